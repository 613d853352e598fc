package org.prorata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.prorata.book.engine.RuleBooks;
import org.prorata.run.TestBook;
import org.prorata.store.base.TestDatabase;

@DisplayName("Commands one after the other")
class SequencesTest {

    @RegisterExtension
    static final TestDatabase ARREARS = new TestDatabase();

    @RegisterExtension
    static final TestDatabase RETRIED = new TestDatabase();

    @RegisterExtension
    static final TestDatabase SHIFTED = new TestDatabase();

    @RegisterExtension
    static final TestDatabase DROPPED = new TestDatabase();

    @RegisterExtension
    static final TestDatabase WHY = new TestDatabase();

    @RegisterExtension
    static final TestDatabase SILENT = new TestDatabase();

    @RegisterExtension
    static final TestDatabase CHANGED = new TestDatabase();

    @TempDir
    Path folder;

    private static final String MONTHLY = """
            terms: standard
            customer: {country: %s}
            contract:
              id: %s
              start: 2025-01-01
              term_months: null
              billing: {every: month, timing: advance}
              items: [{id: seats, quantity: 1, price: 100.00, per: month, from: 2025-01-01}]
            """;

    @Test
    @DisplayName(
            "a contract that was parked before its first bill loses nothing: the first run that can decide it bills all since")
    void arrears() {
        CommandLineOf line = new CommandLineOf(ARREARS, RuleBooks.of(TestBook.book()));
        line.record(MONTHLY.formatted("CH", "K-1"));
        assertThat(line.run("bill", "--from", "2025-01-01", "--to", "2025-01-31"))
                .isEqualTo(1);
        assertThat(line.out())
                .contains("Nothing is billed; what is due of the contracts that are parked is not known.")
                .doesNotContain("Nothing more");
        assertThat(line.run("bill", "--from", "2025-02-01", "--to", "2025-02-28"))
                .isEqualTo(1);
        line.record(MONTHLY.formatted("FR", "K-1"));
        assertThat(line.run("bill", "--from", "2025-03-01", "--to", "2025-03-31", "--preview"))
                .isZero();
        assertThat(line.out()).contains("300.00");
        assertThat(line.run("bill", "--from", "2025-03-01", "--to", "2025-03-31"))
                .as("%s", line.err())
                .isZero();
        assertThat(line.out()).contains("300.00");
        refused(
                line,
                "what run 1 (bill 2025-01-01 to 2025-01-31) parked, run 4 (bill 2025-03-01 to 2025-03-31) has decided, what is missing before"
                        + " included; there is nothing to try again",
                "retry",
                "1");
        assertThat(line.run("bill", "--from", "2025-03-01", "--to", "2025-03-31"))
                .isZero();
        assertThat(line.out()).contains("Nothing more to bill");
        assertThat(line.run("replay", "--all")).as("%s", line.out()).isZero();
        assertThat(lines(ARREARS))
                .containsExactlyInAnyOrder("2025-01-01 100.00", "2025-02-01 100.00", "2025-03-01 100.00");
    }

    @Test
    @DisplayName(
            "a retry of the later of two runs that parked a contract bills also what was missing before the earlier one")
    void retried() {
        CommandLineOf line = new CommandLineOf(RETRIED, RuleBooks.of(TestBook.book()));
        line.record(MONTHLY.formatted("CH", "K-1"));
        line.record(MONTHLY.formatted("FR", "K-2"));
        assertThat(line.run("bill", "--from", "2025-01-01", "--to", "2025-01-31"))
                .isEqualTo(1);
        assertThat(line.run("bill", "--from", "2025-02-01", "--to", "2025-02-28"))
                .isEqualTo(1);
        line.record(MONTHLY.formatted("FR", "K-1"));
        refused(
                line,
                "run 2 (bill 2025-02-01 to 2025-02-28) has parked 1 of these contracts too, and prorata retry 2 also bills what is missing"
                        + " before",
                "retry",
                "1");
        assertThat(line.run("retry", "2")).as("%s", line.err()).isZero();
        assertThat(lines(RETRIED))
                .containsExactlyInAnyOrder(
                        "2025-01-01 100.00", "2025-02-01 100.00", "2025-01-01 100.00", "2025-02-01 100.00");

        line.record(MONTHLY.formatted("FR", "K-3"));
        assertThat(line.run("bill", "--from", "2025-03-01", "--to", "2025-03-31"))
                .isZero();
        assertThat(line.out())
                .contains(
                        "1 contract is met for the first time: what fell due before 2025-03-01 counts as invoiced before and is not billed,"
                                + " 200.00 EUR in all; where that is wrong, its dossier states billed: []\n  K-3: 200.00 EUR from 2025-01-01 to 2025-02-28\n");
    }

    @Test
    @DisplayName(
            "periods that shift after billing keep nobody's invoices back: no day is charged twice net of what is given back")
    void shifted() throws Exception {
        CommandLineOf line = new CommandLineOf(SHIFTED, RuleBooks.of(TestBook.book()));
        String sesame = """
                terms: sesame
                contract:
                  id: K-1
                  start: 2025-01-03
                  billing: {every: month, timing: advance}
                  items: [{id: app, price: 1200.00, per: year, from: 2025-01-03}]
                """;
        line.record(sesame);
        String monthly = MONTHLY.formatted("FR", "K-2").replace("2025-01-01", "2025-01-05");
        line.record(monthly);
        line.record(MONTHLY.formatted("FR", "K-3"));
        line.record(MONTHLY.formatted("FR", "K-4").replace("2025-01-01", "2025-01-10"));
        Path events = Files.writeString(
                folder.resolve("events.csv"),
                "id,contract,event,on,item,price\n1,K-1,plan_change,2025-01-10,app,2400.00\n");
        assertThat(line.run("events", "import", events.toString()))
                .as("%s%s", line.out(), line.err())
                .isZero();
        assertThat(line.run("bill", "--from", "2025-01-01", "--to", "2025-01-31"))
                .as("%s%s", line.out(), line.err())
                .isZero();
        assertThat(line.run("issue", "1", "--on", "2025-01-31")).isZero();
        assertThat(line.run("events", "withdraw", "--reason", "mistaken", "1"))
                .as("%s%s", line.out(), line.err())
                .isZero();
        // a corrected start, a later day of billing
        line.record(monthly.replace("2025-01-05", "2025-01-15"));
        line.record(MONTHLY.formatted("FR", "K-3").replace("timing: advance", "timing: advance, anchor_day: 15"));
        line.record(MONTHLY.formatted("FR", "K-4").replace("2025-01-01", "2025-01-07"));
        assertThat(line.run("bill", "--from", "2025-02-01", "--to", "2025-02-28"))
                .as("%s%s", line.out(), line.err())
                .isZero();
        assertThat(line.run("issue", "2", "--on", "2025-02-28"))
                .as("%s", line.err())
                .isZero();
        assertThat(net(SHIFTED, "K-1")).isEqualTo("200.00");
        assertThat(net(SHIFTED, "K-2")).as("15 January to 14 March").isEqualTo("200.00");
        assertThat(net(SHIFTED, "K-4")).as("7 January to 6 March").isEqualTo("200.00");
        assertThat(line.run("bill", "--from", "2025-02-01", "--to", "2025-02-28"))
                .isZero();
        assertThat(line.out()).contains("Nothing more to bill");
        assertThat(line.run("bill", "--from", "2025-03-01", "--to", "2025-03-31"))
                .as("%s%s", line.out(), line.err())
                .isZero();
        assertThat(line.run("replay", "--all")).as("%s", line.out()).isZero();
    }

    @Test
    @DisplayName("what was billed for an item that is dropped from the dossier is given back, and that is said")
    void dropped() {
        CommandLineOf line = new CommandLineOf(DROPPED, RuleBooks.of(TestBook.book()));
        String two = MONTHLY.formatted("FR", "K-1")
                .replace("items: [", "items: [{id: extra, quantity: 1, price: 30.00, per: month, from: 2025-01-01}, ");
        line.record(two);
        assertThat(line.run("bill", "--from", "2025-01-01", "--to", "2025-01-31"))
                .isZero();
        line.record(MONTHLY.formatted("FR", "K-1"));
        assertThat(line.run("bill", "--from", "2025-02-01", "--to", "2025-02-28"))
                .as("%s%s", line.out(), line.err())
                .isZero();
        assertThat(line.out()).contains("  warning K-1: the item extra was billed and stands in the dossier no more");
        assertThat(net(DROPPED, "K-1")).isEqualTo("200.00");
        assertThat(line.run("explain", "D-000003")).isZero();
        assertThat(line.out())
                .as("why, and since when that is known")
                .contains(
                        "since then: the item extra stands in the dossier no more",
                        ": the item extra was taken out of the dossier");
        assertThat(line.run("replay", "--all")).as("%s", line.out()).isZero();
    }

    @Test
    @DisplayName(
            "a correction names the notice that came since, its clause and the day of its recording; a preview is explained and uses up no name")
    void why() throws Exception {
        CommandLineOf line = new CommandLineOf(WHY, RuleBooks.of(TestBook.book()));
        line.record(MONTHLY.formatted("FR", "K-1"));
        assertThat(line.run("bill", "--from", "2025-01-01", "--to", "2025-03-31"))
                .isZero();
        Path events = Files.writeString(
                folder.resolve("notice.csv"),
                "id,contract,event,on,by,cause,end\n1,K-1,termination_notice,2025-01-20,client,convenience,2025-02-10\n");
        assertThat(line.run("events", "import", events.toString()))
                .as("%s%s", line.out(), line.err())
                .isZero();
        assertThat(line.run("bill", "--from", "2025-04-01", "--to", "2025-04-30", "--preview"))
                .isZero();
        assertThat(line.run("explain", "P-000001")).as("%s", line.err()).isZero();
        String previewed = line.out();
        assertThat(previewed)
                .startsWith("Credit note P-000001 (preview)")
                .contains(
                        "since then: notice of 20 January 2025, by which the contract ends on",
                        ": notice of termination of 20 January 2025");
        assertThat(line.run("bill", "--from", "2025-04-01", "--to", "2025-04-30"))
                .isZero();
        assertThat(line.run("explain", "D-000004")).as("%s", line.err()).isZero();
        assertThat(line.out().lines().skip(2).toList())
                .isEqualTo(previewed.lines().skip(2).toList());
        assertThat(line.run("explain", "D-000004", "--language", "fr")).isZero();
        assertThat(line.out()).contains("depuis lors : préavis du 20 janvier 2025", "enregistré le ");
        assertThat(line.run("replay", "--all")).as("%s", line.out()).isZero();
    }

    @Test
    @DisplayName(
            "a change of plan on the day after an item's last day, or later, bills what the item is due and no more")
    void changeAfterTheLastDay() throws Exception {
        CommandLineOf line = new CommandLineOf(CHANGED, RuleBooks.of(TestBook.book()));
        StringBuilder events = new StringBuilder("id,contract,event,on,item,price\n");
        int number = 0;
        for (String terms : List.of("standard", "teachup-2022-05", "sesame", "connelink-2022-01")) {
            for (String every : List.of("month", "year")) {
                for (String last : List.of("2025-03-31", "2025-04-14")) {
                    for (int later : List.of(1, 2)) {
                        String id = "K-" + ++number;
                        line.record("""
                                terms: %s
                                customer: {country: %s}
                                contract:
                                  id: %s
                                  start: 2025-01-01
                                %s  billing: {every: %s, timing: advance}
                                  items:
                                    - {id: app, price: 1200.00, per: year, from: 2025-01-01, to: %s}
                                    - {id: more, price: 120.00, per: year, from: 2025-01-01}
                                """.formatted(
                                        terms,
                                        terms.equals("sesame") ? "ES" : "FR",
                                        id,
                                        terms.equals("standard") ? "  term_months: 12\n" : "",
                                        every,
                                        last));
                        events.append("%d,%s,plan_change,%s,app,2400.00\n"
                                .formatted(
                                        number,
                                        id,
                                        java.time.LocalDate.parse(last).plusDays(later)));
                    }
                }
            }
        }
        Path file = Files.writeString(folder.resolve("changes.csv"), events.toString());
        assertThat(line.run("bill", "--from", "2025-01-01", "--to", "2025-02-28"))
                .as("%s%s", line.out(), line.err())
                .isZero();
        assertThat(line.run("events", "import", file.toString()))
                .as("%s%s", line.out(), line.err())
                .isZero();
        assertThat(line.run("bill", "--from", "2025-03-01", "--to", "2025-12-31"))
                .as("%s%s", line.out(), line.err())
                .isZero();
        assertThat(CHANGED.client()
                        .sql("select distinct l.reason from invoice_line l where item = 'app'")
                        .query(String.class)
                        .list())
                .doesNotContain("upgrade");
        assertThat(CHANGED.client()
                        .sql(
                                "select count(distinct contract_id) from invoice_line where last_day > '2025-04-14' and item = 'app'"
                                        + " and reason = 'recurring'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    @DisplayName("what a table decides where an order is silent is said at import and in the first bill, and not again")
    void silences() throws Exception {
        CommandLineOf line = new CommandLineOf(SILENT, RuleBooks.of(TestBook.book()));
        Path dossier = Files.writeString(
                folder.resolve("k.yaml"),
                MONTHLY.formatted("FR", "K-1").replace("term_months: null", "term_months: 12"));
        assertThat(line.run("import", dossier.toString())).as("%s", line.err()).isZero();
        String said =
                "K-1: the order is for 12 months; nothing says that it ends then, and by this row it renews for as long: state the item’s last day,"
                        + " or a notice, if it does not (contract-terms!term!5)";
        assertThat(line.out()).contains(said);
        assertThat(line.run("import", dossier.toString())).isZero();
        assertThat(line.out()).doesNotContain("renews");
        assertThat(line.run("bill", "--from", "2025-01-01", "--to", "2025-01-31"))
                .isZero();
        assertThat(line.out()).contains("  warning " + said);
        assertThat(line.run("bill", "--from", "2025-02-01", "--to", "2025-02-28"))
                .isZero();
        assertThat(line.out()).doesNotContain("renews");
        Files.writeString(dossier, MONTHLY.formatted("FR", "K-2"));
        assertThat(line.run("import", dossier.toString())).isZero();
        assertThat(line.out())
                .contains(
                        "K-2: starts on 2025-01-01, and bills are made up to 2025-02-28: what fell due by then counts as invoiced before");
    }

    private static List<String> lines(TestDatabase database) {
        return database.client()
                .sql("select first_day || ' ' || amount from invoice_line")
                .query(String.class)
                .list();
    }

    private static String net(TestDatabase database, String contract) {
        return database.client()
                .sql("select sum(signed_amount(reason, amount)) from invoice_line where contract_id = ?")
                .param(contract)
                .query(String.class)
                .single();
    }

    private static void refused(CommandLineOf line, String message, String... arguments) {
        assertThat(List.of(line.run(arguments), line.err())).isEqualTo(List.of(2, message + "\n"));
    }
}
