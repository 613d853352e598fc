package org.prorata.subject.late;

import static org.assertj.core.api.Assertions.assertThat;
import static org.prorata.subject.late.LateFixture.all;
import static org.prorata.subject.late.LateFixture.day;
import static org.prorata.subject.late.LateFixture.invoice;
import static org.prorata.subject.late.LateFixture.one;
import static org.prorata.subject.late.LateFixture.under;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prorata.contract.PaymentRule;
import org.prorata.decision.Decision;
import org.prorata.decision.Decision.LateInterest;
import org.prorata.decision.Decision.RecoveryFee;
import org.prorata.decision.Decision.Warning;
import org.prorata.decision.Displaced;
import org.prorata.decision.Reading;
import org.prorata.subject.terms.PaymentTerm;

class DueDayTest {

    @ParameterizedTest(name = "{0} + {1} days {2} = {3}")
    @CsvSource({
        "2025-03-01, 30, NET, 2025-03-31",
        "2025-01-31, 0, NET, 2025-01-31",
        "2025-01-15, 45, EOM_A, 2025-03-31",
        "2025-01-14, 45, EOM_A, 2025-02-28",
        "2025-01-15, 45, EOM_B, 2025-03-17",
        "2024-01-15, 30, EOM_A, 2024-02-29",
        "2024-02-10, 30, EOM_B, 2024-03-30",
        "2025-12-31, 30, EOM_B, 2026-01-30",
    })
    @DisplayName("days count from the invoice, then to the end of the month, or from the end of its month")
    void dueDays(String issued, int days, PaymentRule rule, String due) {
        assertThat(PaymentTerm.due(day(issued), days, rule)).isEqualTo(day(due));
    }

    private static Decision.Segment first(List<Decision> decisions) {
        return one(decisions, LateInterest.class).segments().get(0);
    }

    @ParameterizedTest(name = "{0} {1}: interest from {2}")
    @CsvSource({"45, EOM_A, 2025-04-01", "45, EOM_B, 2025-03-18", "60, NET, 2025-03-17", "0, NET, 2025-01-16"})
    @DisplayName("the contract's own term counts, by its own rule")
    void ownTerm(int days, PaymentRule rule, String from) {
        List<Decision> decisions = under("connelink-2022-01")
                .payIn(days, rule)
                .with(invoice("F-1", "2025-01-15", "1000.00"))
                .on("2025-06-30");
        assertThat(first(decisions).from()).isEqualTo(day(from));
        assertThat(one(decisions, LateInterest.class).because().displaced()).isEmpty();
    }

    @Test
    @DisplayName("a term of ninety days is cut to sixty, and the contract's day stands beside it")
    void cut() {
        LateFixture fixture =
                under("connelink-2022-01").payIn(90, PaymentRule.NET).with(invoice("F-1", "2025-01-15", "1000.00"));
        List<Decision> decisions = fixture.on("2025-06-30");
        assertThat(first(decisions).from()).isEqualTo(day("2025-03-17"));
        for (Decision decision : decisions) {
            assertThat(decision.because().reading()).isEqualTo(Reading.STATUTE);
            assertThat(decision.because().clauses()).contains("L-FR-TERM");
            Displaced displaced = decision.because().displaced().get(0);
            assertThat(displaced.fields()).containsExactly(java.util.Map.entry("due", day("2025-04-15")));
            assertThat(displaced.reading()).isEqualTo(Reading.CONTRACT);
        }
        assertThat(all(decisions, RecoveryFee.class)).hasSize(1);
        assertThat(first(fixture.contractAlone().on("2025-06-30")).from()).isEqualTo(day("2025-04-16"));
    }

    @Test
    @DisplayName("sixty days stand, the sixty-first is cut")
    void cutBoundary() {
        assertThat(one(
                                under("standard")
                                        .payIn(60, PaymentRule.NET)
                                        .with(invoice("F-1", "2025-01-15", "1000.00"))
                                        .on("2025-06-30"),
                                RecoveryFee.class)
                        .because()
                        .displaced())
                .isEmpty();
        assertThat(one(
                                under("standard")
                                        .payIn(61, PaymentRule.NET)
                                        .with(invoice("F-1", "2025-01-15", "1000.00"))
                                        .on("2025-06-30"),
                                RecoveryFee.class)
                        .because()
                        .displaced())
                .hasSize(1);
    }

    @ParameterizedTest(name = "{0} days {1} from {2}: interest from {3}")
    @CsvSource({
        // forty-five days end of month reach further than sixty days
        "50, EOM_A, 2025-01-15, 2025-04-01",
        "60, EOM_B, 2025-01-15, 2025-03-18",
        // the sixtieth day lies beyond the end of month and is lawful too
        "60, EOM_A, 2025-01-10, 2025-03-12"
    })
    @DisplayName(
            "a term with an end of month is cut to forty-five days end of month, or to sixty days where that is later")
    void cutEndOfMonth(int days, PaymentRule rule, String issued, String from) {
        assertThat(first(under("standard")
                                .payIn(days, rule)
                                .with(invoice("F-1", issued, "1000.00"))
                                .on("2025-06-30"))
                        .from())
                .isEqualTo(day(from));
    }

    @Test
    @DisplayName("Spanish law knows no end of month: sixty days at most")
    void spain() {
        List<Decision> decisions = under("sesame")
                .payIn(45, PaymentRule.EOM_A)
                .with(invoice("F-1", "2025-01-15", "1000.00"))
                .on("2025-06-30");
        assertThat(first(decisions).from()).isEqualTo(day("2025-03-17"));
        assertThat(one(decisions, LateInterest.class).because().clauses())
                .contains("L-ES-LATE")
                .doesNotContain("L-FR-TERM");
    }

    @Test
    @DisplayName("a day printed on the invoice stands, with a warning when it lies beyond the longest lawful term")
    void printedDay() {
        LateFixture beyond = under("connelink-2022-01")
                .with(invoice("F-1", "2025-01-15", "1000.00").due("2025-03-17"));
        assertThat(first(beyond.on("2025-06-30")).from()).isEqualTo(day("2025-03-18"));
        Warning warning = one(beyond.on("2025-06-30"), Warning.class);
        assertThat(warning.code()).isEqualTo("payment_term_over_legal_limit");
        assertThat(warning.because().reading()).isEqualTo(Reading.STATUTE);
        assertThat(all(beyond.on("2025-02-01"), Warning.class)).hasSize(1);
        assertThat(all(
                        under("connelink-2022-01")
                                .with(invoice("F-1", "2025-01-15", "1000.00").due("2025-03-16"))
                                .on("2025-06-30"),
                        Warning.class))
                .isEmpty();
        assertThat(all(beyond.contractAlone().on("2025-06-30"), Warning.class)).isEmpty();
    }

    @Test
    @DisplayName("no longest term holds for a consumer")
    void consumer() {
        assertThat(all(
                        under("standard")
                                .client(false, false, null)
                                .with(invoice("F-1", "2025-01-15", "1000.00").due("2025-05-15"))
                                .on("2025-06-30"),
                        Warning.class))
                .extracting(Warning::code)
                .containsExactly("consumer_late_interest_outside_model");
    }
}
