package org.prorata.book.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prorata.contract.ChargeReason;
import org.prorata.contract.document.CaseFile;
import org.prorata.contract.document.DossierReader;
import org.prorata.contract.document.KnownTerms;
import org.prorata.decision.Because;
import org.prorata.decision.CannotDecide;
import org.prorata.decision.Decision;
import org.prorata.decision.Reading;
import org.prorata.decision.explain.DecisionFields;

class CaseRunnerTest {

    private static final LocalDate FIRST = LocalDate.of(2025, 3, 1);
    private static final LocalDate LAST = LocalDate.of(2025, 3, 31);
    private static final Because BECAUSE =
            new Because(Reading.CONTRACT, List.of("XX-ONE a rule"), List.of(), List.of(), List.of());
    private static final List<Decision> DECISIONS = List.of(
            new Decision.Charge(
                    "platform",
                    FIRST,
                    LAST,
                    new BigDecimal("2"),
                    new BigDecimal("100.00"),
                    FIRST,
                    ChargeReason.RECURRING,
                    false,
                    BECAUSE),
            new Decision.Charge(
                    "spoc", FIRST, LAST, null, new BigDecimal("12.50"), FIRST, ChargeReason.ADDED, true, BECAUSE),
            new Decision.LateInterest(
                    "7",
                    31,
                    new BigDecimal("1.10"),
                    new BigDecimal("1.10"),
                    List.of(new Decision.Segment(FIRST, LAST, 31, new BigDecimal("11.13"), new BigDecimal("100.00"))),
                    BECAUSE));

    @TempDir
    private Path folder;

    @Test
    @DisplayName("a case holds when each row finds a decision with its values")
    void holds() throws IOException {
        assertThat(differences("""
                expect:
                  - {decision: charge, item: platform, amount: 100, quantity: "2.00", reason: recurring, catch_up: false, clauses: [XX-ONE]}
                  - {decision: charge, item: spoc, from: 2025-03-01, quantity: null, catch_up: true, reading: contract}
                  - {decision: late_interest, invoice: 7, days: 31.0, segments: [{rate_pct: 11.130, base: 100}]}
                expect_none: [credit, tax]
                expect_count: {charge: 2, late_interest: 1, credit: 0}
                """)).isEmpty();
    }

    @Test
    @DisplayName("a row that does not hold is shown beside the closest decision, field by field")
    void closest() throws IOException {
        assertThat(differences("""
                expect:
                  - {decision: charge, item: spoc, amount: 12.51, to: 2025-03-30, quantity: 1}
                """))
                .containsExactly(
                        "line 9 charge: no decision has these values; the closest is {decision: charge, item: spoc, from: 2025-03-01,"
                                + " to: 2025-03-31, amount: 12.50, on: 2025-03-01, reason: added, catch_up: true}",
                        "  amount: expected 12.51, actual 12.50",
                        "  to: expected 2025-03-30, actual 2025-03-31",
                        "  quantity: expected 1, actual nothing");
    }

    @Test
    @DisplayName("a decision that is not there at all, one that must not be, and a wrong number are told apart")
    void absentForbiddenCounted() throws IOException {
        assertThat(differences("""
                expect:
                  - {decision: credit, item: platform}
                expect_none: [late_interest]
                expect_count: {charge: 3}
                """))
                .containsExactly(
                        "line 9 credit: no such decision; there are: charge ×2, late_interest",
                        "expect_none: there is a late_interest",
                        "  {decision: late_interest, invoice: 7, days: 31, amount: 1.10, to_claim: 1.10, segments: [{from: 2025-03-01,"
                                + " to: 2025-03-31, days: 31, rate_pct: 11.13, base: 100.00}]}",
                        "expect_count: 3 charge expected, 2 found",
                        "  {decision: charge, item: platform, from: 2025-03-01, to: 2025-03-31, quantity: 2, amount: 100.00, on: 2025-03-01, reason: recurring}",
                        "  {decision: charge, item: spoc, from: 2025-03-01, to: 2025-03-31, amount: 12.50, on: 2025-03-01, reason: added, catch_up: true}");
    }

    @Test
    @DisplayName("a list of another length, a wrong value in it and a text for a number do not hold")
    void nested() throws IOException {
        assertThat(differences("expect:\n  - {decision: late_interest, segments: []}\n"))
                .hasSize(2);
        assertThat(differences("expect:\n  - {decision: late_interest, segments: [{rate_pct: 11.14}]}\n"))
                .hasSize(2);
        assertThat(differences("expect:\n  - {decision: late_interest, amount: much}\n"))
                .contains("  amount: expected much, actual 1.10");
    }

    @Test
    @DisplayName("a dossier that cannot be decided fails its case with the reason")
    void cannotDecide() throws IOException {
        CaseResult result = new CaseRunner((dossier, ask) -> {
                    throw new CannotDecide("no-row", "no rate for 2031");
                })
                .run(read("expect_none: [credit]\n"));
        assertThat(result.passed()).isFalse();
        assertThat(result.differences()).containsExactly("cannot be decided: no rate for 2031");
    }

    @Test
    @DisplayName(
            "a case that expects an error holds when its text is part of the error, and not when there are decisions")
    void expectsError() throws IOException {
        CaseRunner failing = new CaseRunner((dossier, ask) -> {
            throw new CannotDecide("no-row", "no rate for 2031");
        });
        assertThat(failing.run(read("expect_error: rate for 2031\n")).passed()).isTrue();
        assertThat(failing.run(read("expect_error: rate for 2032\n")).differences())
                .containsExactly("expect_error: rate for 2032", "  actual: no rate for 2031");
        assertThat(differences("expect_error: rate for 2031\n"))
                .containsExactly(
                        "expect_error: rate for 2031", "  actual: no error, there are charge ×2, late_interest");
    }

    private List<String> differences(String expectations) throws IOException {
        return new CaseRunner((dossier, ask) -> DECISIONS)
                .run(read(expectations))
                .differences();
    }

    private CaseFile read(String expectations) throws IOException {
        Path file = Files.writeString(folder.resolve("case.yaml"), """
                case: Something is shown
                clauses: [XX-ONE]
                terms: teachup
                contract:
                  id: K-1
                  start: 2025-03-01
                ask: {question: bill, from: 2025-03-01, to: 2025-03-31}
                """ + expectations);
        return new DossierReader(new KnownTerms(Map.of("teachup", false))).readCase(file, DecisionFields.vocabulary());
    }
}
