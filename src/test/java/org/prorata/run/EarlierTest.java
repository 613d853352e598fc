package org.prorata.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.prorata.book.engine.RuleBook;
import org.prorata.book.engine.RuleBooks;
import org.prorata.contract.Ask;
import org.prorata.ledger.Progress;
import org.prorata.store.base.TestDatabase;

@DisplayName("What fell due before a rule book came into force")
class EarlierTest {

    @RegisterExtension
    static final TestDatabase BILLED = new TestDatabase();

    @RegisterExtension
    static final TestDatabase TOLD_LATE = new TestDatabase();

    @RegisterExtension
    static final TestDatabase OPENED = new TestDatabase();

    @RegisterExtension
    static final TestDatabase UNDECIDED = new TestDatabase();

    private static final LocalDate CHANGE = LocalDate.of(2026, 10, 15);
    private static final Ask.Bill SEPTEMBER = new Ask.Bill(LocalDate.of(2026, 9, 1), LocalDate.of(2026, 9, 30));
    private static final Ask.Bill OCTOBER = new Ask.Bill(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 31));
    private static final Ask.Bill NOVEMBER = new Ask.Bill(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30));
    private static final String ITEMS = item("seats", "2026-09-01", "100.00")
            + item("early", "2026-09-11", "30.00")
            + item("before", "2026-10-12", "31.00")
            + item("after", "2026-10-22", "62.00");

    @Test
    @DisplayName(
            "stays as its book made it, and is not corrected by the new one; what falls due from its day on is by the new one")
    void stays() {
        record(BILLED, ITEMS);
        RuleBooks books = RuleBooks.of(TestBook.book()).from(CHANGE, addedWhole());
        PortfolioRun runs = new PortfolioRun(BILLED.session());
        runs.run(SEPTEMBER, books, Progress.NONE);
        // 20 of 30 days
        assertThat(lines(BILLED))
                .containsExactly("2026-09-01 early 20.00 2026-09-11", "2026-09-01 seats 100.00 2026-09-01");
        List<RunResult> october = runs.run(OCTOBER, books, Progress.NONE);
        assertThat(october)
                .hasSize(2)
                .allSatisfy(result -> assertThat(result.mismatches()).isEmpty());
        // 20 of 31 days by the old book; the whole month by the new one
        assertThat(lines(BILLED))
                .contains("2026-10-01 before 20.00 2026-10-12", "2026-10-15 after 62.00 2026-10-22")
                .hasSize(6);
        runs.run(NOVEMBER, books, Progress.NONE);
        assertThat(lines(BILLED))
                .filteredOn(line -> line.startsWith("2026-11"))
                .containsExactly(
                        "2026-11-01 after 62.00 2026-11-01",
                        "2026-11-01 before 31.00 2026-11-01",
                        "2026-11-01 early 30.00 2026-11-01",
                        "2026-11-01 seats 100.00 2026-11-01");
        assertThat(runs.run(NOVEMBER, books, Progress.NONE))
                .allSatisfy(again -> assertThat(again.nothingMore()).isTrue());
        Told.replaysTheSame(BILLED.session());
    }

    @Test
    @DisplayName("is billed by its book also when it is told only later, and given back by it")
    void toldLate() {
        record(TOLD_LATE, ITEMS);
        RuleBooks books = RuleBooks.of(TestBook.book()).from(CHANGE, addedWhole());
        PortfolioRun runs = new PortfolioRun(TOLD_LATE.session());
        runs.run(SEPTEMBER, books, Progress.NONE);
        runs.run(OCTOBER, books, Progress.NONE);
        // the early one began five days later than it was told, and a late one was forgotten
        record(TOLD_LATE, ITEMS.replace("from: 2026-09-11", "from: 2026-09-16") + item("late", "2026-09-21", "60.00"));
        runs.run(NOVEMBER, books, Progress.NONE);
        assertThat(lines(TOLD_LATE))
                .filteredOn(line -> line.startsWith("2026-11"))
                .containsExactly(
                        "2026-11-01 after 62.00 2026-11-01",
                        "2026-11-01 before 31.00 2026-11-01",
                        "2026-11-01 early -5.00 2026-11-30",
                        "2026-11-01 early 30.00 2026-11-01",
                        "2026-11-01 late 20.00 2026-11-30",
                        "2026-11-01 late 60.00 2026-11-01",
                        "2026-11-01 late 60.00 2026-11-30",
                        "2026-11-01 seats 100.00 2026-11-01");
        assertThat(runs.run(NOVEMBER, books, Progress.NONE))
                .allSatisfy(again -> assertThat(again.nothingMore()).isTrue());
        Told.replaysTheSame(TOLD_LATE.session());
    }

    @Test
    @DisplayName("counts as invoiced as its book made it when a contract is billed for the first time after")
    void opened() {
        record(OPENED, ITEMS);
        RuleBooks books = RuleBooks.of(TestBook.book()).from(CHANGE, addedWhole());
        new PortfolioRun(OPENED.session()).run(NOVEMBER, books, Progress.NONE);
        assertThat(OPENED.client()
                        .sql("select item || ' ' || amount from opening_line order by item, first_day, amount")
                        .query(String.class)
                        .list())
                .containsExactly(
                        "after 62.00", "before 20.00", "early 20.00", "early 30.00", "seats 100.00", "seats 100.00");
        assertThat(lines(OPENED)).hasSize(4);
        record(OPENED, ITEMS.replace("from: 2026-09-11", "from: 2026-09-16"));
        new PortfolioRun(OPENED.session()).run(NOVEMBER, books, Progress.NONE);
        assertThat(lines(OPENED)).hasSize(5).contains("2026-11-01 early -5.00 2026-11-30");
        Told.replaysTheSame(OPENED.session());
    }

    @Test
    @DisplayName("and could not be decided then is decided by the book of now")
    void undecided() {
        record(UNDECIDED, ITEMS);
        RuleBook without =
                new EditedBook().without("proration", "standard-daily-added").book();
        RuleBooks books = RuleBooks.of(without).from(CHANGE, TestBook.book());
        PortfolioRun runs = new PortfolioRun(UNDECIDED.session());
        assertThat(runs.run(SEPTEMBER, books, Progress.NONE).get(0).counts().parked())
                .isOne();
        runs.run(NOVEMBER, books, Progress.NONE);
        assertThat(lines(UNDECIDED))
                .as("all since the first window in which it was parked")
                .containsExactly(
                        "2026-11-01 after 20.00 2026-11-30",
                        "2026-11-01 after 62.00 2026-11-01",
                        "2026-11-01 before 20.00 2026-11-30",
                        "2026-11-01 before 31.00 2026-11-01",
                        "2026-11-01 early 20.00 2026-11-30",
                        "2026-11-01 early 30.00 2026-11-01",
                        "2026-11-01 early 30.00 2026-11-30",
                        "2026-11-01 seats 100.00 2026-11-01",
                        "2026-11-01 seats 100.00 2026-11-30",
                        "2026-11-01 seats 100.00 2026-11-30");
        Told.replaysTheSame(UNDECIDED.session());
    }

    /** First day of the run's window, item, signed amount, day of the invoice. */
    private static List<String> lines(TestDatabase database) {
        return database.client().sql("""
                select r.from_day || ' ' || l.item || ' ' || case when l.reason in ('unused', 'correction') then -l.amount else l.amount end || ' ' || i.on_day
                from invoice_line l join invoice i on i.id = l.invoice join run r on r.id = i.run""").query(String.class).list().stream()
                .sorted()
                .toList();
    }

    private static void record(TestDatabase database, String items) {
        String dossier = """
                terms: standard
                customer: {country: FR}
                contract:
                  id: K-1
                  start: 2026-09-01
                  term_months: null
                  proration: daily
                  billing: {every: month, timing: advance}
                  items:
                """ + items;
        Told.dossiers(database.session(), dossier);
    }

    private static String item(String id, String from, String price) {
        return "    - {id: " + id + ", quantity: 1, price: " + price + ", per: month, from: " + from + "}\n";
    }

    /** What is added during a month is charged for the whole of it. */
    private static RuleBook addedWhole() {
        return new EditedBook()
                .edit(
                        "proration",
                        text -> text.replace("situation: added, method: daily", "situation: added, method: full"))
                .book();
    }
}
