package org.prorata.subject.late;

import static org.assertj.core.api.Assertions.assertThat;
import static org.prorata.contract.Event.Channel.EMAIL;
import static org.prorata.contract.Event.Channel.REGISTERED_LETTER;
import static org.prorata.subject.late.LateFixture.all;
import static org.prorata.subject.late.LateFixture.day;
import static org.prorata.subject.late.LateFixture.invoice;
import static org.prorata.subject.late.LateFixture.one;
import static org.prorata.subject.late.LateFixture.under;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.prorata.contract.Event;
import org.prorata.contract.Party;
import org.prorata.decision.Decision;
import org.prorata.decision.Decision.NothingDue;
import org.prorata.decision.Decision.RecoveryFee;
import org.prorata.decision.Decision.SuspensionRight;
import org.prorata.decision.Decision.TerminationRight;
import org.prorata.decision.Decision.Warning;
import org.prorata.decision.Reading;

class FormalNoticeTest {

    private static final String TEACHUP = "teachup-2022-05";
    private static final String CONNELINK = "connelink-2022-01";

    private static List<NothingDue> aboutSuspension(List<Decision> decisions) {
        return all(decisions, NothingDue.class).stream()
                .filter(d -> d.about().equals("suspension_right"))
                .toList();
    }

    private static LateFixture teachup() {
        return under(TEACHUP).notice("2025-04-10", "2025-04-14", REGISTERED_LETTER);
    }

    @Test
    @DisplayName(
            "fifteen days after the letter is presented suspension and termination are open, shown before that day too")
    void teachupOpens() {
        LateFixture fixture = teachup().with(invoice("F-1", "2025-03-01", "14400.00"));
        for (String on : List.of("2025-04-14", "2025-04-29", "2025-05-05")) {
            List<Decision> decisions = fixture.on(on);
            assertThat(one(decisions, SuspensionRight.class).from()).isEqualTo(day("2025-04-30"));
            assertThat(one(decisions, SuspensionRight.class).because().clauses())
                    .contains("C-DELAY", "TU-SUSPEND");
            TerminationRight termination = one(decisions, TerminationRight.class);
            assertThat(termination.from()).isEqualTo(day("2025-04-30"));
            assertThat(termination.party()).isEqualTo(Party.PROVIDER);
            assertThat(all(decisions, RecoveryFee.class)).hasSize(1);
        }
    }

    @Test
    @DisplayName("a letter that was sent but not presented opens nothing yet; one not sent yet is not known")
    void notPresented() {
        LateFixture fixture = teachup().with(invoice("F-1", "2025-03-01", "14400.00"));
        assertThat(aboutSuspension(fixture.on("2025-04-13"))).hasSize(1);
        assertThat(all(fixture.on("2025-04-13"), SuspensionRight.class)).isEmpty();
        assertThat(aboutSuspension(fixture.on("2025-04-09"))).isEmpty();
    }

    @Test
    @DisplayName("sixty days after the registered letter Connelink may suspend, not terminate")
    void connelinkOpens() {
        List<Decision> decisions = under(CONNELINK)
                .with(invoice("F-2", "2025-03-01", "11520.00"))
                .notice("2025-04-10", "2025-04-14", REGISTERED_LETTER)
                .on("2025-06-20");
        assertThat(one(decisions, SuspensionRight.class).from()).isEqualTo(day("2025-06-14"));
        assertThat(all(decisions, TerminationRight.class)).isEmpty();
        assertThat(all(decisions, RecoveryFee.class)).hasSize(1);
    }

    @Test
    @DisplayName("Connelink's notices count by registered letter only: an e-mail is a warning and opens nothing")
    void emailDoesNotCount() {
        List<Decision> decisions = under(CONNELINK)
                .with(invoice("F-2", "2025-03-01", "11520.00"))
                .notice("2025-04-10", "2025-04-10", EMAIL)
                .on("2025-09-30");
        assertThat(one(decisions, Warning.class).code()).isEqualTo("notice_in_wrong_form");
        assertThat(one(decisions, Warning.class).because().clauses()).contains("CL-FORM");
        assertThat(all(decisions, SuspensionRight.class)).isEmpty();
        assertThat(aboutSuspension(decisions)).isEmpty();
        assertThat(all(
                        under(TEACHUP)
                                .with(invoice("F-2", "2025-03-01", "11520.00"))
                                .notice("2025-04-10", null, EMAIL)
                                .on("2025-09-30"),
                        SuspensionRight.class))
                .extracting(SuspensionRight::from)
                .containsExactly(day("2025-04-26"));
    }

    @Test
    @DisplayName("principal paid within the delay: Connelink opens nothing, Teach Up still does for interest and fee")
    void covers() {
        LateFixture connelink = under(CONNELINK)
                .with(invoice("F-2", "2025-03-01", "11520.00").paid("2025-04-20", "11520.00"))
                .notice("2025-04-10", "2025-04-14", REGISTERED_LETTER);
        assertThat(aboutSuspension(connelink.on("2025-06-20"))).hasSize(1);
        assertThat(all(connelink.on("2025-06-20"), SuspensionRight.class)).isEmpty();
        LateFixture teachup =
                teachup().with(invoice("F-1", "2025-03-01", "14400.00").paid("2025-04-20", "14400.00"));
        assertThat(all(teachup.on("2025-05-05"), SuspensionRight.class)).hasSize(1);
    }

    @Test
    @DisplayName("principal, interest and fee paid to the cent open nothing; a cent less does")
    void coversToTheCent() {
        // 14,400 × 50 × 11.13 ÷ 36,500 = 219.55, and the fee of 40
        LateFixture paid =
                teachup().with(invoice("F-1", "2025-03-01", "14400.00").paid("2025-04-20", "14659.55"));
        assertThat(all(paid.on("2025-05-05"), SuspensionRight.class)).isEmpty();
        assertThat(aboutSuspension(paid.on("2025-05-05"))).hasSize(1);
        LateFixture missing =
                teachup().with(invoice("F-1", "2025-03-01", "14400.00").paid("2025-04-20", "14659.54"));
        assertThat(all(missing.on("2025-05-05"), SuspensionRight.class)).hasSize(1);
    }

    @Test
    @DisplayName("what one invoice was overpaid does not pay another")
    void overpaidElsewhere() {
        LateFixture fixture = under(CONNELINK)
                .with(
                        invoice("F-1", "2025-01-01", "100.00").paid("2025-04-20", "300.00"),
                        invoice("F-2", "2025-01-01", "100.00"))
                .notice("2025-04-10", "2025-04-14", REGISTERED_LETTER);
        assertThat(all(fixture.on("2025-05-05"), SuspensionRight.class)).hasSize(1);
    }

    @Test
    @DisplayName("a notice concerns invoices due before the day on which it counts")
    void dueBeforeNotice() {
        assertThat(all(teachup().with(invoice("F-1", "2025-04-13", "100.00")).on("2025-05-05"), SuspensionRight.class))
                .hasSize(1);
        assertThat(all(teachup().with(invoice("F-1", "2025-04-14", "100.00")).on("2025-05-05"), SuspensionRight.class))
                .isEmpty();
    }

    @Test
    @DisplayName("an invoice disputed on the day of the computation is left out")
    void disputed() {
        LateFixture.InvoiceText disputed =
                invoice("F-1", "2025-03-01", "100.00").disputed("2025-04-20", "2025-05-05");
        LateFixture fixture = teachup().with(disputed);
        assertThat(all(fixture.on("2025-05-05"), SuspensionRight.class)).isEmpty();
        assertThat(all(fixture.on("2025-05-06"), SuspensionRight.class)).hasSize(1);
    }

    @Test
    @DisplayName("of several notices the earliest that holds gives the day")
    void severalNotices() {
        LateFixture fixture = under(TEACHUP)
                .with(invoice("F-1", "2025-04-15", "100.00"))
                .notice("2025-05-20", "2025-05-22", REGISTERED_LETTER)
                .notice("2025-05-01", "2025-05-02", REGISTERED_LETTER)
                .notice("2025-04-10", "2025-04-14", REGISTERED_LETTER);
        List<Decision> decisions = fixture.on("2025-06-30");
        assertThat(one(decisions, SuspensionRight.class).from()).isEqualTo(day("2025-05-18"));
        assertThat(aboutSuspension(decisions)).isEmpty();
    }

    @Test
    @DisplayName("terms without such a clause grant no right, as our reading")
    void silentTerms() {
        LateFixture fixture = under("sesame").with(invoice("F-1", "2025-03-01", "100.00"));
        assertThat(aboutSuspension(fixture.on("2025-06-30"))).isEmpty();
        List<NothingDue> nothing =
                aboutSuspension(fixture.notice("2025-05-01", null, null).on("2025-06-30"));
        assertThat(nothing).singleElement().satisfies(d -> {
            assertThat(d.because().reading()).isEqualTo(Reading.INTERPRETATION);
            assertThat(d.because().clauses()).containsExactly("C-SILENT");
        });
    }

    @Test
    @DisplayName("the table says which of the two rights opens")
    void rightsOfTheTable() {
        List<Decision> termination = under("x-termination-only")
                .with(invoice("F-1", "2025-03-01", "100.00"))
                .notice("2025-05-01", null, null)
                .on("2025-06-30");
        assertThat(all(termination, SuspensionRight.class)).isEmpty();
        assertThat(all(termination, TerminationRight.class)).hasSize(1);
        assertThat(aboutSuspension(under("x-grants-nothing")
                        .with(invoice("F-1", "2025-03-01", "100.00"))
                        .notice("2025-05-01", null, null)
                        .on("2025-06-30")))
                .hasSize(1);
    }

    @Test
    @DisplayName("a formal notice about a breach is not about payment")
    void aboutBreach() {
        List<Decision> decisions = under(TEACHUP)
                .with(invoice("F-1", "2025-03-01", "100.00"))
                .event(new Event.FormalNotice(day("2025-04-10"), null, EMAIL, Event.Matter.BREACH))
                .on("2025-06-30");
        assertThat(decisions).hasSize(2);
    }
}
