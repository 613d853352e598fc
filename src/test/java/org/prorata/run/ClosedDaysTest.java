package org.prorata.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.prorata.book.engine.BookSource;
import org.prorata.book.engine.ClosedBook;
import org.prorata.book.engine.RuleBooks;
import org.prorata.contract.Ask;
import org.prorata.contract.Billed;
import org.prorata.contract.ChargeReason;
import org.prorata.ledger.Progress;
import org.prorata.store.base.TestDatabase;

@DisplayName("Days that rule books of another calculation billed")
class ClosedDaysTest {

    @RegisterExtension
    static final TestDatabase PARKED = new TestDatabase();

    @RegisterExtension
    static final TestDatabase IMPORTED = new TestDatabase();

    private static final Ask.Bill OCTOBER = month(10);
    private static final Ask.Bill NOVEMBER = month(11);
    private static final Ask.Bill DECEMBER = month(12);
    private static final Ask.Bill JANUARY = new Ask.Bill(LocalDate.of(2027, 1, 1), LocalDate.of(2027, 1, 31));
    private static final LocalDate LAST = LocalDate.of(2026, 11, 30);
    private static final String SEATS = item("seats", "2026-10-01", "100.00");
    private static final String OCTOBER_BILLED = "billed:\n" + billed("2026-10-01", "2026-10-31");
    private static final String ALL_BILLED = OCTOBER_BILLED + billed("2026-11-01", "2026-11-30");

    @Test
    @DisplayName("what an old run parked is made up once, and not given back by the runs after")
    void parked() {
        record(PARKED, "K-1", "FR", SEATS, "");
        PortfolioRun runs = new PortfolioRun(PARKED.session());
        runs.run(OCTOBER, TestBook.book(), Progress.NONE);
        record(PARKED, "K-1", "CH", SEATS, "");
        assertThat(runs.run(NOVEMBER, TestBook.book(), Progress.NONE).counts().parked())
                .isOne();
        record(PARKED, "K-1", "FR", SEATS, "");
        RuleBooks books = upgraded(PARKED);
        runs.run(DECEMBER, books, Progress.NONE);
        List<String> lines = List.of(
                "K-1 2026-10-01 seats 100.00 2026-10-01",
                "K-1 2026-11-01 seats 100.00 2026-12-31",
                "K-1 2026-12-01 seats 100.00 2026-12-01");
        assertThat(lines(PARKED)).isEqualTo(lines);
        for (int i = 0; i < 2; i++) {
            assertThat(runs.run(DECEMBER, books, Progress.NONE))
                    .allSatisfy(again -> assertThat(again.nothingMore()).isTrue());
        }
        assertThat(lines(PARKED)).isEqualTo(lines);
        runs.run(JANUARY, books, Progress.NONE);
        assertThat(lines(PARKED))
                .hasSize(4)
                .startsWith(lines.toArray(String[]::new))
                .endsWith("K-1 2027-01-01 seats 100.00 2027-01-01");
    }

    @Test
    @DisplayName("are days of contracts that were decided then, also where nothing was due; others are billed as ever")
    void imported() {
        record(IMPORTED, "K-1", "FR", SEATS, ALL_BILLED);
        record(IMPORTED, "K-2", "CH", SEATS, OCTOBER_BILLED);
        PortfolioRun runs = new PortfolioRun(IMPORTED.session());
        assertThat(runs.run(NOVEMBER, TestBook.book(), Progress.NONE).counts().parked())
                .isOne();
        RuleBooks books = upgraded(IMPORTED);
        assertThat(lines(IMPORTED)).isEmpty();
        String told = SEATS + item("told", "2026-11-01", "7.00");
        record(IMPORTED, "K-1", "FR", told, ALL_BILLED);
        record(IMPORTED, "K-2", "FR", SEATS, OCTOBER_BILLED);
        record(IMPORTED, "K-3", "FR", told, OCTOBER_BILLED);
        record(IMPORTED, "K-4", "FR", SEATS, "");
        runs.run(DECEMBER, books, Progress.NONE);
        assertThat(lines(IMPORTED))
                .containsExactly(
                        "K-1 2026-12-01 seats 100.00 2026-12-01",
                        "K-1 2026-12-01 told 7.00 2026-12-01",
                        "K-2 2026-11-01 seats 100.00 2026-12-31",
                        "K-2 2026-12-01 seats 100.00 2026-12-01",
                        "K-3 2026-11-01 seats 100.00 2026-12-31",
                        "K-3 2026-11-01 told 7.00 2026-12-31",
                        "K-3 2026-12-01 seats 100.00 2026-12-01",
                        "K-3 2026-12-01 told 7.00 2026-12-01",
                        "K-4 2026-12-01 seats 100.00 2026-12-01");
        record(IMPORTED, "K-4", "FR", told, "");
        runs.run(DECEMBER, books, Progress.NONE);
        assertThat(lines(IMPORTED))
                .hasSize(11)
                .contains("K-4 2026-11-01 told 7.00 2026-12-31", "K-4 2026-12-01 told 7.00 2026-12-01");
        assertThat(runs.run(DECEMBER, books, Progress.NONE))
                .allSatisfy(again -> assertThat(again.nothingMore()).isTrue());
    }

    @Test
    @DisplayName("a line that falls due after them counts as billed for the part of its days that was billed on them")
    void parts() {
        Billed october = line("2026-10-01", "2026-10-31", ChargeReason.RECURRING, "2026-10-01");
        Billed november = line("2026-11-01", "2026-11-30", ChargeReason.RECURRING, "2026-11-01");
        Billed back = line("2026-11-10", "2026-11-30", ChargeReason.CORRECTION, "2026-11-30");
        Billed quarter = line("2026-10-01", "2026-12-31", ChargeReason.RECURRING, "2026-12-31");
        assertThat(ClosedDays.counted(List.of(october, november, back), List.of(quarter), LAST))
                .containsExactly(october, november, back);
        Billed september = line("2026-09-01", "2026-09-30", ChargeReason.RECURRING, "2026-09-01");
        Billed before = line("2026-07-01", "2026-09-30", ChargeReason.RECURRING, "2026-09-30");
        assertThat(ClosedDays.counted(List.of(september, october, november), List.of(before, quarter), LAST))
                .containsExactly(before, october, november);
    }

    @Test
    @DisplayName("what the book makes due on them stands for all that was billed of its days, not of its use")
    void settled() {
        Billed october = line("2026-10-01", "2026-10-31", ChargeReason.RECURRING, "2026-10-01");
        Billed first = line("2026-10-01", "2026-10-15", ChargeReason.RECURRING, "2026-10-01");
        Billed second = line("2026-10-16", "2026-10-31", ChargeReason.RECURRING, "2026-10-01");
        Billed use = line("2026-10-01", "2026-10-31", ChargeReason.USAGE, "2026-10-31");
        Billed quarter = line("2026-10-01", "2026-12-31", ChargeReason.USAGE, "2026-12-31");
        Billed rest = line("2026-10-01", "2026-12-31", ChargeReason.REMAINING, "2026-12-31");
        assertThat(ClosedDays.counted(List.of(october, use), List.of(first, second, quarter, rest), LAST))
                .containsExactly(first, second, use);
    }

    /** What was billed so far was billed by a book of the calculation before, which decides until December. */
    private static RuleBooks upgraded(TestDatabase database) {
        ClosedBook old = new ClosedBook("00000000000000aa", BookSource.CALCULATION - 1);
        database.client()
                .sql(
                        "insert into rule_book (version, rules, tables, calculation) select ?, rules, tables, ? from rule_book limit 1")
                .param(old.version())
                .param(old.calculation())
                .update();
        database.client()
                .sql("update run set book = ?, calculation = ?")
                .param(old.version())
                .param(old.calculation())
                .update();
        return RuleBooks.of(old).from(DECEMBER.from(), TestBook.book());
    }

    /** Contract, first day, item, signed amount, day of the invoice. */
    private static List<String> lines(TestDatabase database) {
        return database.client().sql("""
                select l.contract_id || ' ' || l.first_day || ' ' || l.item || ' ' || case when l.reason in ('unused', 'correction') then -l.amount
                else l.amount end || ' ' || i.on_day from invoice_line l join invoice i on i.id = l.invoice""").query(String.class).list().stream()
                .sorted()
                .toList();
    }

    private static void record(TestDatabase database, String id, String country, String items, String more) {
        Told.dossiers(database.session(), """
                terms: standard
                customer: {country: %s, professional: true}
                contract:
                  id: %s
                  start: 2026-10-01
                  term_months: null
                  proration: daily
                  billing: {every: month, timing: advance}
                  items:
                """.formatted(country, id) + items + more);
    }

    private static String item(String id, String from, String price) {
        return "    - {id: " + id + ", quantity: 1, price: " + price + ", per: month, from: " + from + "}\n";
    }

    private static String billed(String from, String to) {
        return "  - {item: seats, from: " + from + ", to: " + to + ", amount: 100.00, reason: recurring, on: " + from
                + "}\n";
    }

    private static Billed line(String from, String to, ChargeReason reason, String on) {
        return new Billed(
                "seats", LocalDate.parse(from), LocalDate.parse(to), BigDecimal.TEN, reason, LocalDate.parse(on));
    }

    private static Ask.Bill month(int month) {
        LocalDate first = LocalDate.of(2026, month, 1);
        return new Ask.Bill(first, first.plusMonths(1).minusDays(1));
    }
}
