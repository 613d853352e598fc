package org.prorata.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.prorata.app.Replay;
import org.prorata.contract.Ask;
import org.prorata.ledger.Document;
import org.prorata.ledger.IssuedNumbers;
import org.prorata.ledger.Parked;
import org.prorata.ledger.Progress;
import org.prorata.store.base.TestDatabase;
import org.prorata.store.facts.Dossiers;
import org.prorata.store.invoices.Documents;
import org.prorata.store.invoices.Issuing;

class LateRunTest {

    private static final Pattern DAYS = Pattern.compile("\"days\": ?(\\d+)");

    @RegisterExtension
    static final TestDatabase PORTFOLIO = new TestDatabase();

    @RegisterExtension
    static final TestDatabase OURS = new TestDatabase();

    @RegisterExtension
    static final TestDatabase TERMS = new TestDatabase();

    @Test
    @DisplayName("the portfolio's late payers are claimed once: preview, run, run again, replayed")
    void portfolio() {
        Told.portfolio(PORTFOLIO.session());
        PortfolioRun runs = new PortfolioRun(PORTFOLIO.session());
        Ask.Late ask = new Ask.Late(LocalDate.of(2026, 10, 31));
        RunResult preview = runs.preview(ask, TestBook.book(), Progress.NONE);
        RunResult run = runs.run(ask, TestBook.book(), Progress.NONE);
        assertThat(run.mismatches()).isEmpty();
        assertThat(run.counts()).isEqualTo(preview.counts());
        assertThat(run.profiles()).isEqualTo(preview.profiles());
        assertThat(run.parked()).extracting(Parked::contract).containsExactly("TU-2010-0006");
        assertThat(run.counts().documents()).isPositive();
        RunResult again = runs.run(ask, TestBook.book(), Progress.NONE);
        assertThat(again.nothingMore()).isTrue();
        assertThat(again.mismatches()).isEmpty();
        Replay.Summary replay = new Replay(PORTFOLIO.session())
                .all(outcome -> assertThat(outcome.verdict()).as("%s", outcome).isEqualTo(Replay.Verdict.SAME));
        assertThat(replay.same()).isEqualTo(run.counts().documents());
    }

    @Test
    @DisplayName("an invoice of ours is claimed up to the day, later only for what came since; payments end it")
    void ours() {
        String text = """
                terms: standard
                customer: {id: C-1, country: FR}
                contract:
                  id: L-1
                  start: 2026-01-01
                  term_months: null
                  payment_days: 30
                  billing: {every: year, timing: advance}
                  items:
                    - {id: seats, price: 10000.00, per: year, from: 2026-01-01}
                """;
        Dossiers facts = new Dossiers(OURS.session());
        Told.dossiers(OURS.session(), text);
        PortfolioRun runs = new PortfolioRun(OURS.session());
        RunResult bill = runs.run(
                new Ask.Bill(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 31)), TestBook.book(), Progress.NONE);
        Documents documents = new Documents(OURS.session());
        assertThat(runs.run(new Ask.Late(LocalDate.of(2026, 3, 31)), TestBook.book(), Progress.NONE)
                        .nothingMore())
                .as("a draft is owed by nobody")
                .isTrue();
        assertThat(new Issuing(OURS.session()).run(bill.run(), LocalDate.of(2026, 1, 1)))
                .containsExactly(new IssuedNumbers("F2026", 1, 1));
        Document invoice = documents.ofRun(bill.run().id(), List.of("L-1")).get(0);
        assertThat(invoice.name()).isEqualTo("F2026-000001");

        Document first =
                claimed(documents, runs.run(new Ask.Late(LocalDate.of(2026, 3, 31)), TestBook.book(), Progress.NONE));
        assertThat(first.kind()).isEqualTo(Document.Kind.DEBIT_NOTE);
        assertThat(first.lines())
                .hasSize(2)
                .allSatisfy(line -> assertThat(line.subject()).isEqualTo(invoice.name()));
        assertThat(first.lines())
                .extracting(Document.DocumentLine::amount)
                .anySatisfy(amount -> assertThat(amount).isEqualByComparingTo("40"));

        OURS.client().sql("insert into recording (source) values ('bank')").update();
        OURS.client()
                .sql("insert into payment values ('P-1', ?, '2026-04-10', ?, (select max(id) from recording))")
                .param(invoice.id())
                .param(invoice.gross())
                .update();
        Document second =
                claimed(documents, runs.run(new Ask.Late(LocalDate.of(2026, 5, 31)), TestBook.book(), Progress.NONE));
        assertThat(second.lines())
                .as("interest up to the payment, the fee never twice")
                .hasSize(1);
        assertThat(second.net()).isLessThan(first.net());
        assertThat(runs.run(new Ask.Late(LocalDate.of(2026, 6, 30)), TestBook.book(), Progress.NONE)
                        .nothingMore())
                .isTrue();
        assertThat(new Replay(OURS.session()).all(outcome -> {})).isEqualTo(new Replay.Summary(3, 0, 0));
    }

    @Test
    @DisplayName("an invoice of ours runs from the day that it serves; one of usage alone is a periodic one")
    void ownTerms() {
        String fee = "seats, price: 100.00, per: month, from: 2026-01-01, to: 2026-01-31";
        String use = "calls, kind: usage, price: 100.00, per: unit, from: 2026-01-01";
        String used = "events: [{event: usage, on: 2026-01-10, item: calls, quantity: 1, status: held}]";
        Told.dossiers(
                TERMS.session(),
                january("SILENT", "", "", "arrears", fee, ""),
                january("AGREED", "", "payment_days: 30", "arrears", fee, ""),
                january("USAGE", "", "payment_days: 60", "arrears", use, used),
                january("FEE", "", "payment_days: 60", "arrears", fee, ""),
                january("ON", ", insolvent_from: 2026-01-01", "payment_days: 30", "advance", fee, ""),
                january("AFTER", ", insolvent_from: 2026-01-02", "payment_days: 30", "advance", fee, ""));
        PortfolioRun runs = new PortfolioRun(TERMS.session());
        LocalDate issued = LocalDate.of(2026, 2, 3);
        RunResult bill = runs.run(new Ask.Bill(LocalDate.of(2026, 1, 1), issued), TestBook.book(), Progress.NONE);
        assertThat(new Issuing(TERMS.session()).run(bill.run(), issued))
                .containsExactly(new IssuedNumbers("F2026", 1, 6));
        RunResult late = runs.run(new Ask.Late(LocalDate.of(2026, 4, 30)), TestBook.book(), Progress.NONE);
        // nothing agreed: thirty days from 31 January, the last day of the period, are over on 2 March
        assertThat(daysLate(late, "SILENT")).isEqualTo(59);
        // agreed days run from the invoice of 3 February: over on 5 March
        assertThat(daysLate(late, "AGREED")).isEqualTo(56);
        // usage alone: of sixty days forty-five, over on 20 March; a fee keeps the sixty, over on 4 April
        assertThat(daysLate(late, "USAGE")).isEqualTo(41);
        assertThat(daysLate(late, "FEE")).isEqualTo(26);
        // a judgment on the first day served does not touch the invoice, one on the day after does
        assertThat(daysLate(late, "ON")).isEqualTo(56);
        assertThat(new Documents(TERMS.session()).ofRun(late.run().id(), List.of("AFTER")))
                .isEmpty();
    }

    private static String january(
            String id, String customer, String agreed, String timing, String item, String events) {
        return """
                terms: standard
                customer: {id: C-%s, country: FR%s}
                contract:
                  id: %s
                  start: 2026-01-01
                  term_months: null
                  %s
                  billing: {every: month, timing: %s}
                  items:
                    - {id: %s}
                %s
                """.formatted(id, customer, id, agreed, timing, item, events);
    }

    /** Days of interest that a run claims on the one invoice of a contract. */
    private static int daysLate(RunResult late, String contract) {
        Document note = new Documents(TERMS.session())
                .ofRun(late.run().id(), List.of(contract))
                .get(0);
        return note.lines().stream()
                .map(line -> DAYS.matcher(line.decision()))
                .filter(Matcher::find)
                .mapToInt(found -> Integer.parseInt(found.group(1)))
                .sum();
    }

    private static Document claimed(Documents documents, RunResult run) {
        assertThat(run.mismatches()).isEmpty();
        return documents.ofRun(run.run().id(), List.of("L-1")).get(0);
    }
}
