package org.prorata.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.prorata.app.Replay;
import org.prorata.contract.Ask;
import org.prorata.ledger.Document;
import org.prorata.ledger.Progress;
import org.prorata.ledger.RunRefused;
import org.prorata.store.base.TestDatabase;
import org.prorata.store.invoices.Cancellations;
import org.prorata.store.invoices.Documents;
import org.prorata.store.invoices.Issuing;
import org.prorata.store.invoices.NumberSeries;

/** Documents whose charges and credits come to nothing, or before tax to something and with it to less than nothing. */
class SetOffRunTest {

    @RegisterExtension
    static final TestDatabase RENAMED = new TestDatabase();

    @RegisterExtension
    static final TestDatabase MOVED = new TestDatabase();

    private static final String MONTHLY = """
            terms: standard
            customer: {id: C-1, country: FR}
            contract:
              id: K-1
              start: 2026-07-01
              term_months: 12
              payment_days: 30
              billing: {every: month, timing: advance}
              items:
                - {id: seats, quantity: 3, price: 50.00, per: month, from: 2026-07-01}
            """;

    @Test
    @DisplayName(
            "an item under another name is given back and charged anew: an invoice of 0.00 that shows both lines, on which nothing is owed")
    void renamed() {
        Told.dossiers(RENAMED.session(), MONTHLY);
        Document july = issued(RENAMED, "2026-07-01", "2026-07-01");
        Told.dossiers(RENAMED.session(), MONTHLY.replace("id: seats", "id: places"));
        Document nothing = issued(RENAMED, "2026-07-02", "2026-07-31");
        assertThat(nothing.kind()).isEqualTo(Document.Kind.INVOICE);
        assertThat(nothing.gross()).isEqualByComparingTo("0.00");
        assertThat(nothing.lines()).hasSize(2);
        assertThat(nothing.lines())
                .filteredOn(line -> line.corrects() != null)
                .singleElement()
                .satisfies(line -> assertThat(line.corrects()).isEqualTo(july.name()));
        assertThat(taken(RENAMED, july)).isEqualByComparingTo("0");
        claimed(RENAMED, july);
        refused(RENAMED, nothing);
        same(RENAMED);
    }

    /** Net 23.70 less 22.26; but the tax of France is given back, and none is charged in Germany. */
    @Test
    @DisplayName(
            "an invoice that gives back more with tax than it asks for lowers the invoice that it corrects by the difference")
    void moved() {
        Told.dossiers(MOVED.session(), MONTHLY);
        Document july = issued(MOVED, "2026-07-01", "2026-07-01");
        Told.dossiers(MOVED.session(), MONTHLY.replace("country: FR", "country: DE, vat_id: DE123456789") + """
                events:
                  - {event: plan_change, on: 2026-07-17, item: seats, price: 51.00}
                """);
        Document less = issued(MOVED, "2026-07-17", "2026-07-17");
        assertThat(less.kind()).isEqualTo(Document.Kind.INVOICE);
        assertThat(less.net()).isPositive();
        assertThat(less.gross()).isNegative();
        assertThat(taken(MOVED, july)).isEqualByComparingTo(less.gross().negate());
        assertThat(less.lines())
                .filteredOn(line -> line.corrects() != null)
                .singleElement()
                .satisfies(line -> assertThat(line.corrects()).isEqualTo(july.name()));
        claimed(MOVED, july);
        refused(MOVED, less);
        same(MOVED);
    }

    /** Only the first invoice is claimed, on what is left of it. */
    private static void claimed(TestDatabase on, Document july) {
        RunResult run = new PortfolioRun(on.session())
                .run(new Ask.Late(LocalDate.parse("2026-09-30")), TestBook.book(), Progress.NONE);
        assertThat(run.mismatches()).isEmpty();
        assertThat(run.parked()).isEmpty();
        assertThat(on.client()
                        .sql("select distinct invoice from debit_note_line")
                        .query(Long.class)
                        .list())
                .containsExactly(july.id());
        BigDecimal left = july.gross().subtract(taken(on, july));
        assertThat(on.client()
                        .sql("select decision::text like '%' || ? || '%' from debit_note_line where kind = 'interest'")
                        .param(left.toPlainString())
                        .query(Boolean.class)
                        .single())
                .as("interest runs on " + left)
                .isTrue();
    }

    private static void refused(TestDatabase on, Document invoice) {
        assertThatThrownBy(() -> new Cancellations(on.session()).creditable(invoice.name(), null))
                .isInstanceOf(RunRefused.class)
                .hasMessage(invoice.name() + " comes to " + invoice.gross().toPlainString()
                        + " EUR; there is nothing to credit");
    }

    private static BigDecimal taken(TestDatabase on, Document invoice) {
        return on.client()
                .sql("select coalesce(sum(amount), 0) from lowering where invoice = ?")
                .param(invoice.id())
                .query(BigDecimal.class)
                .single();
    }

    private static Document issued(TestDatabase on, String from, String to) {
        RunResult run = new PortfolioRun(on.session())
                .run(new Ask.Bill(LocalDate.parse(from), LocalDate.parse(to)), TestBook.book(), Progress.NONE);
        assertThat(run.mismatches()).isEmpty();
        assertThat(run.parked()).isEmpty();
        new Issuing(on.session()).run(run.run(), LocalDate.parse(to));
        List<Document> documents = new Documents(on.session()).ofRun(run.run().id(), List.of("K-1"));
        assertThat(documents).hasSize(1);
        return documents.get(0);
    }

    private static void same(TestDatabase on) {
        new Replay(on.session())
                .all(outcome ->
                        assertThat(outcome.verdict()).as(outcome.toString()).isEqualTo(Replay.Verdict.SAME));
        assertThat(new NumberSeries(on.session()).wrongNumbers()).isEmpty();
    }
}
