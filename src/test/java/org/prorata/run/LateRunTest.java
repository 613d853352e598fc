package org.prorata.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.prorata.contract.Ask;
import org.prorata.store.Document;
import org.prorata.store.Documents;
import org.prorata.store.Facts;
import org.prorata.store.Issuing;
import org.prorata.store.Parked;
import org.prorata.store.TestDatabase;

class LateRunTest {

    @RegisterExtension
    static final TestDatabase PORTFOLIO = new TestDatabase();

    @RegisterExtension
    static final TestDatabase OURS = new TestDatabase();

    @Test
    @DisplayName("the portfolio's late payers are claimed once: preview, run, run again, replayed")
    void portfolio() {
        Told.portfolio(PORTFOLIO.database());
        PortfolioRun runs = new PortfolioRun(PORTFOLIO.database());
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
        Replay.Summary replay = new Replay(PORTFOLIO.database()).all(outcome ->
                assertThat(outcome.verdict()).as("%s", outcome).isEqualTo(Replay.Verdict.SAME));
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
        Facts facts = new Facts(OURS.database());
        Told.dossiers(OURS.database(), text);
        PortfolioRun runs = new PortfolioRun(OURS.database());
        RunResult bill = runs.run(new Ask.Bill(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 31)), TestBook.book(), Progress.NONE);
        Documents documents = new Documents(OURS.database());
        assertThat(runs.run(new Ask.Late(LocalDate.of(2026, 3, 31)), TestBook.book(), Progress.NONE).nothingMore())
                .as("a draft is owed by nobody").isTrue();
        assertThat(new Issuing(OURS.database()).run(bill.run().id(), LocalDate.of(2026, 1, 1))).containsExactly(new Issuing.Issued("F2026", 1, 1));
        Document invoice = documents.ofRun(bill.run().id(), List.of("L-1")).get(0);
        assertThat(invoice.name()).isEqualTo("F2026-000001");

        Document first = claimed(documents, runs.run(new Ask.Late(LocalDate.of(2026, 3, 31)), TestBook.book(), Progress.NONE));
        assertThat(first.kind()).isEqualTo(Document.Kind.DEBIT_NOTE);
        assertThat(first.lines()).hasSize(2).allSatisfy(line -> assertThat(line.subject()).isEqualTo(invoice.name()));
        assertThat(first.lines()).extracting(Document.Row::amount).anySatisfy(amount -> assertThat(amount).isEqualByComparingTo("40"));

        OURS.client().sql("insert into recording (source) values ('bank')").update();
        OURS.client().sql("insert into payment values ('P-1', ?, '2026-04-10', ?, (select max(id) from recording))")
                .param(invoice.id()).param(invoice.gross()).update();
        Document second = claimed(documents, runs.run(new Ask.Late(LocalDate.of(2026, 5, 31)), TestBook.book(), Progress.NONE));
        assertThat(second.lines()).as("interest up to the payment, the fee never twice").hasSize(1);
        assertThat(second.net()).isLessThan(first.net());
        assertThat(runs.run(new Ask.Late(LocalDate.of(2026, 6, 30)), TestBook.book(), Progress.NONE).nothingMore()).isTrue();
        assertThat(new Replay(OURS.database()).all(outcome -> { })).isEqualTo(new Replay.Summary(3, 0, 0));
    }

    private static Document claimed(Documents documents, RunResult run) {
        assertThat(run.mismatches()).isEmpty();
        return documents.ofRun(run.run().id(), List.of("L-1")).get(0);
    }
}
