package org.prorata.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.prorata.app.Crediting;
import org.prorata.app.Rebilled;
import org.prorata.app.Replay;
import org.prorata.book.engine.BookSource;
import org.prorata.book.engine.RuleBook;
import org.prorata.book.engine.RuleBooks;
import org.prorata.book.schema.Shipped;
import org.prorata.book.schema.Table;
import org.prorata.book.schema.Tables;
import org.prorata.book.workbook.TextCopy;
import org.prorata.contract.Ask;
import org.prorata.ledger.Progress;
import org.prorata.ledger.Run;
import org.prorata.ledger.RunRefused;
import org.prorata.store.base.TestDatabase;
import org.prorata.store.invoices.Issuing;
import org.prorata.store.invoices.NumberSeries;
import org.prorata.store.runs.RunComparison;
import org.prorata.store.runs.RunRows;

@DisplayName("A window in which another rule book comes into force")
class CutWindowTest {

    @RegisterExtension
    static final TestDatabase PORTFOLIO = new TestDatabase();

    @RegisterExtension
    static final TestDatabase BROKEN = new TestDatabase();

    private static final Ask.Bill WINDOW = new Ask.Bill(LocalDate.of(2026, 9, 1), LocalDate.of(2026, 11, 30));
    private static final LocalDate CHANGE = LocalDate.of(2026, 10, 15);

    @Test
    @DisplayName("is billed in two runs, each by its book, as the preview had shown to the cent; and once")
    void cut() throws IOException {
        Told.portfolio(PORTFOLIO.session());
        RuleBook later = higherTax();
        RuleBooks books = RuleBooks.of(TestBook.book()).from(CHANGE, later);
        PortfolioRun runs = new PortfolioRun(PORTFOLIO.session());
        List<RunResult> previews = runs.preview(WINDOW, books, Progress.NONE);
        List<RunResult> real = runs.run(WINDOW, books, Progress.NONE);
        assertThat(real)
                .extracting(result -> result.run().ask())
                .containsExactly(new Ask.Bill(WINDOW.from(), CHANGE.minusDays(1)), new Ask.Bill(CHANGE, WINDOW.to()));
        assertThat(real)
                .extracting(result -> result.run().book())
                .containsExactly(TestBook.book().version(), later.version());
        assertThat(real).allSatisfy(result -> assertThat(result.mismatches()).isEmpty());
        assertThat(real)
                .allSatisfy(result -> assertThat(result.counts().documents()).isPositive());
        RunRows rows = new RunRows(PORTFOLIO.session());
        List<Object> differences = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            assertThat(previews.get(i).counts()).isEqualTo(real.get(i).counts());
            assertThat(previews.get(i).profiles()).isEqualTo(real.get(i).profiles());
            Run run = rows.whole(real.get(i).run().id());
            new RunComparison(PORTFOLIO.session())
                    .differences(rows.whole(previews.get(i).run().id()), run, differences::add);
        }
        assertThat(differences).isEmpty();
        assertThat(PORTFOLIO
                        .client()
                        .sql(
                                "select distinct rate_pct from invoice_tax t join invoice i on i.id = t.invoice where i.run = ? and rate_pct > 0"
                                        + " order by 1")
                        .param(real.get(1).run().id())
                        .query(String.class)
                        .list())
                .as("by the later book")
                .contains("25")
                .doesNotContain("20");

        List<RunResult> again = runs.run(WINDOW, books, Progress.NONE);
        assertThat(again)
                .as("what is billed beyond is not billed again")
                .singleElement()
                .satisfies(result -> assertThat(result.nothingMore()).isTrue());
        assertThat(runs.preview(WINDOW, books, Progress.NONE))
                .singleElement()
                .satisfies(result -> assertThat(result.nothingMore()).isTrue());
        assertThatThrownBy(() -> runs.run(new Ask.Bill(WINDOW.from(), CHANGE), books, Progress.NONE))
                .isInstanceOf(RunRefused.class)
                .hasMessageContaining("has billed further already");
        assertThat(new Replay(PORTFOLIO.session()).all(outcome -> {}).differing())
                .isZero();
        assertThat(PORTFOLIO
                        .client()
                        .sql("select count(*) from preview_opening")
                        .query(Long.class)
                        .single())
                .isPositive();
        real.forEach(result -> new Issuing(PORTFOLIO.session()).run(result.run(), WINDOW.to()));
        rebill(books);
    }

    @Test
    @DisplayName("goes on with the part that broke off, by the same command, and comes to the same")
    void brokenOff() throws IOException {
        Told.portfolio(BROKEN.session());
        RuleBooks books = RuleBooks.of(TestBook.book()).from(CHANGE, higherTax());
        assertThatThrownBy(() -> killedAt(3).run(WINDOW, books, Progress.NONE))
                .as("in the first part")
                .hasMessage("killed");
        assertThat(states()).containsExactly("interrupted");
        assertThatThrownBy(() -> killedAt(5).run(WINDOW, books, Progress.NONE))
                .as("in the second part")
                .hasMessage("killed");
        assertThat(states()).containsExactly("done", "interrupted");
        assertThatThrownBy(() -> new PortfolioRun(BROKEN.session()).preview(WINDOW, books, Progress.NONE))
                .isInstanceOf(RunRefused.class)
                .hasMessageContaining("broke off: go on with it by prorata bill --from 2026-10-15 --to 2026-11-30");
        assertThat(killedAt(0).run(WINDOW, books, Progress.NONE))
                .singleElement()
                .satisfies(rest -> {
                    assertThat(rest.wentOn()).isTrue();
                    assertThat(rest.mismatches()).isEmpty();
                });
        assertThat(states()).containsExactly("done", "done");
        assertThat(new Replay(BROKEN.session()).all(outcome -> {}).differing()).isZero();
    }

    /** A run in chunks of fifty whose threads stop before a chunk is stored. */
    private static PortfolioRun killedAt(int chunk) {
        AtomicInteger chunks = new AtomicInteger();
        return new PortfolioRun(BROKEN.session(), new PortfolioRun.RunShape(1, 50, 300), (done, parked, all) -> {
            if (chunks.incrementAndGet() == chunk) {
                throw new IllegalStateException("killed");
            }
        });
    }

    private static List<String> states() {
        return BROKEN.client()
                .sql("select state from run order by id")
                .query(String.class)
                .list();
    }

    /** An invoice of the first part is credited: what is due in its place is billed by the book of each day. */
    private static void rebill(RuleBooks books) {
        String number = PORTFOLIO.client().sql("""
                select number_of(n.series, n.number) from issued n join invoice i on i.id = n.invoice where i.kind = 'invoice' and i.net > 0
                and not exists (select from invoice c where c.corrects = i.id)
                and i.run = (select min(run) from invoice) order by n.number limit 1""").query(String.class).single();
        Crediting.Credited credited = Rebilled.by(PORTFOLIO.session(), number, LocalDate.of(2026, 12, 1), books);
        assertThat(credited.instead()).isNotEmpty();
        assertThat(credited.instead().stream()
                        .map(d -> d.gross())
                        .reduce(java.math.BigDecimal.ZERO, java.math.BigDecimal::add))
                .isEqualByComparingTo(credited.invoice().gross());
        assertThat(new NumberSeries(PORTFOLIO.session()).wrongNumbers()).isEmpty();
        assertThat(new Replay(PORTFOLIO.session()).all(outcome -> {}).differing())
                .isZero();
    }

    private static RuleBook higherTax() throws IOException {
        BookSource source = TestBook.source();
        String edited = Files.readString(Path.of("spreadsheets", "vat.yaml")).replace("rate_pct: 20,", "rate_pct: 25,");
        List<Table> tables = new ArrayList<>(source.tables().all());
        tables.removeIf(table -> table.sheet().workbook().equals("vat"));
        tables.addAll(TextCopy.read("vat", edited, Shipped.sheets()).all());
        return TestBook.book().with(new BookSource(source.rules(), new Tables(tables), BookSource.CALCULATION));
    }
}
