package org.prorata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.prorata.book.engine.RuleBooks;
import org.prorata.run.TestBook;
import org.prorata.store.base.TestDatabase;

class CreditCommandTest {

    @RegisterExtension
    static final TestDatabase PLAIN = new TestDatabase();

    @RegisterExtension
    static final TestDatabase REBILLED = new TestDatabase();

    @RegisterExtension
    static final TestDatabase LATE = new TestDatabase();

    @RegisterExtension
    static final TestDatabase CORRECTED = new TestDatabase();

    @RegisterExtension
    static final TestDatabase WITHDRAWN = new TestDatabase();

    @RegisterExtension
    static final TestDatabase BROKEN = new TestDatabase();

    private static final String YEARLY = """
            terms: standard
            customer: {country: FR}
            contract:
              id: L-1
              start: 2026-01-01
              term_months: null
              payment_days: 30
              billing: {every: year, timing: advance}
              items: [{id: seats, price: %s, per: year, from: 2026-01-01}]
            """;

    private static final String MONTHLY = """
            terms: standard
            customer: {country: FR}
            contract:
              id: K-1
              start: 2026-01-01
              term_months: null
              billing: {every: month, timing: advance}
              items: [{id: seats, quantity: 1, price: %s, per: month, from: 2026-01-01}]
            """;

    @Test
    @DisplayName(
            "cancels an issued invoice once: owed no more, not billed again, explained, exported, replayed, numbered")
    void plain() {
        CommandLineOf line = new CommandLineOf(PLAIN, RuleBooks.of(TestBook.book()));
        line.record(MONTHLY.formatted("100.00"));
        assertThat(line.run("bill", "--from", "2026-01-01", "--to", "2026-01-31"))
                .isZero();
        refused(
                line,
                "D-000001 is a draft, which nobody owes; prorata run abandon 1 takes the drafts of its run away, and prorata bill"
                        + " bills anew; only what is issued is credited",
                "credit",
                "D-000001",
                "--reason",
                "x");
        assertThat(line.run("issue", "1", "--on", "2026-01-01")).isZero();
        PLAIN.client().sql("insert into recording (source) values ('bank')").update();
        PLAIN.client()
                .sql("insert into payment select 'P-1', 1, '2026-01-20', 60.00, max(id) from recording")
                .update();
        refused(
                line,
                "--on 2025-12-31 lies before the day of F2026-000001, 2026-01-01; that day or a later one is allowed",
                "credit",
                "F2026-000001",
                "--reason",
                "x",
                "--on",
                "2025-12-31");
        refused(
                line,
                "no invoice is called F2026-000009; prorata export CONTRACT lists a contract's",
                "credit",
                "F2026-000009",
                "--reason",
                "x");
        refused(
                line,
                "--reason is empty; say in some words why the invoice is credited",
                "credit",
                "F2026-000001",
                "--reason",
                " ");
        refused(
                line,
                "--reason has a character that cannot be printed, U+0007; letters, digits, signs and spaces are allowed",
                "credit",
                "F2026-000001",
                "--reason",
                "a\u0007b");

        assertThat(line.run("credit", "F2026-000001", "--reason", "ordered \"twice\", {0}", "--on", "2026-02-10"))
                .as("%s", line.err())
                .isZero();
        assertThat(line.out()).isEqualTo("""
                A2026-000001 of 2026-02-10 credits F2026-000001, contract K-1: net -100.00 EUR, tax -20.00 EUR, gross -120.00 EUR
                Reason: "ordered \\"twice\\", {0}"
                Paid on F2026-000001: 60.00 EUR, now in the client's favour.
                From that day on it is owed no more; what it billed is neither billed again nor given back again.
                """);
        refused(
                line,
                "F2026-000001 is credited already, by A2026-000001; an invoice is credited once",
                "credit",
                "F2026-000001",
                "--reason",
                "x",
                "--rebill");
        refused(
                line,
                "A2026-000001 is a credit note; only an invoice is credited, such as F2026-000001, which it corrects",
                "credit",
                "A2026-000001",
                "--reason",
                "x");
        assertThat(line.run("bill", "--from", "2026-01-01", "--to", "2026-01-31"))
                .isZero();
        assertThat(line.out()).contains("Nothing more to bill");
        assertThat(line.run("replay", "--all")).as("%s", line.out()).isZero();
        assertThat(line.out()).isEqualTo("2 the same, 0 differ, 0 of another calculation differ\n");
        assertThat(line.run("replay", "A2026-000001")).isZero();
        assertThat(line.run("numbers", "check")).as("%s", line.out()).isZero();
        assertThat(line.run("explain", "A2026-000001")).isZero();
        assertThat(line.out()).startsWith("""
                Credit note A2026-000001 (issued)
                contract K-1, 10 February 2026, amounts in EUR, rule book %s
                cancels all of F2026-000001: net -100.00, tax -20.00, gross -120.00
                reason: "ordered \\"twice\\", {0}"
                taken back are the lines of F2026-000001:

                Charge – item seats,""".formatted(TestBook.book().version()));
        assertThat(line.run("explain", "F2026-000001", "--language", "fr")).isZero();
        assertThat(line.out()).contains("annulée par A2026-000001\n");
        assertThat(line.run("export", "K-1")).isZero();
        assertThat(line.out())
                .contains(
                        "corrects: F2026-000001",
                        "cancels: true",
                        "reason: \"ordered \\\"twice\\\", {0}\"",
                        "billed_again: false",
                        "credited_by: A2026-000001");

        assertThat(line.run("bill", "--from", "2026-02-01", "--to", "2026-02-28"))
                .isZero();
        assertThat(line.run("issue", "3", "--on", "2026-02-01")).isZero();
        refused(
                line,
                "the last number of A2026, A2026-000001, is of 2026-02-10; 2026-02-09 lies before it, that day or a later one is allowed",
                "credit",
                "F2026-000002",
                "--reason",
                "goodwill",
                "--on",
                "2026-02-09");
        refused(
                line,
                "2026-12-01 lies after today, 2026-11-30; today or an earlier day is allowed",
                "credit",
                "F2026-000002",
                "--reason",
                "goodwill",
                "--on",
                "2026-12-01");
        assertThat(line.run("credit", "F2026-000002", "--reason", "goodwill", "--on", "2026-02-10"))
                .isZero();
        assertThat(line.out()).startsWith("A2026-000002 of 2026-02-10 credits F2026-000002");
        PLAIN.client().sql("alter table invoice disable trigger issued").update();
        PLAIN.client()
                .sql("update invoice set net = -99, gross = -119 where id = 2")
                .update();
        assertThat(line.run("replay", "A2026-000001")).isEqualTo(1);
        assertThat(line.out())
                .startsWith(
                        "A2026-000001: is not the negative of F2026-000001\n  stored   contract K-1, terms standard, EUR, net -99,");
        assertThat(line.run("numbers", "check")).isEqualTo(1);
        assertThat(line.out()).isEqualTo("A2026-000001: its lines and taxes do not add up to its total\n");
    }

    @Test
    @DisplayName("with --rebill takes the lines back and bills in their place what is due now, also a second time")
    void rebill() {
        CommandLineOf line = new CommandLineOf(REBILLED, RuleBooks.of(TestBook.book()));
        line.record(MONTHLY.formatted("100.00"));
        line.run("bill", "--from", "2026-01-01", "--to", "2026-01-31");
        line.run("bill", "--from", "2026-02-01", "--to", "2026-02-28");
        line.run("issue", "1", "2", "--on", "2026-02-01");
        line.record(MONTHLY.formatted("80.00").replace("term_months: null", "term_months: null\n  proration: daily"));
        assertThat(line.run("credit", "F2026-000001", "--reason", "wrong price", "--on", "2026-03-05", "--rebill"))
                .as("%s", line.err())
                .isZero();
        assertThat(line.out()).isEqualTo("""
                A2026-000001 of 2026-03-05 credits F2026-000001, contract K-1: net -100.00 EUR, tax -20.00 EUR, gross -120.00 EUR
                Reason: "wrong price"
                In its place, run 3: F2026-000003 of 2026-03-05, gross 96.00 EUR
                In its place, run 3: A2026-000002 of 2026-03-05, gross -24.00 EUR
                """);
        assertThat(line.run("bill", "--from", "2026-02-01", "--to", "2026-02-28"))
                .isZero();
        assertThat(line.out()).contains("Nothing more to bill");
        assertThat(line.run("credit", "F2026-000003", "--reason", "again", "--on", "2026-03-06", "--rebill"))
                .as("%s", line.err())
                .isZero();
        assertThat(line.out()).contains("In its place, run 5: F2026-000004 of 2026-03-06, gross 96.00 EUR\n");
        refused(
                line,
                "F2026-000002 is corrected in part already, by A2026-000002; only a whole invoice is credited, and what else is wrong"
                        + " with it is set right by facts and the next prorata bill",
                "credit",
                "F2026-000002",
                "--reason",
                "x");
        assertThat(line.run("replay", "--all")).as("%s", line.out()).isZero();
        assertThat(line.out()).isEqualTo("7 the same, 0 differ, 0 of another calculation differ\n");
        assertThat(line.run("numbers", "check")).as("%s", line.out()).isZero();
        line.run("runs");
        assertThat(line.out())
                .contains(
                        "Run 3, bill 2026-01-01 to 2026-02-28, in place of F2026-000001, done: 1 contracts, 2 documents");
        refused(
                line,
                "run 3 bills in place of F2026-000001, which is credited; neither is taken back",
                "run",
                "abandon",
                "3");

        // no row of the tables taxes a client in Switzerland
        line.record(MONTHLY.formatted("80.00").replace("country: FR", "country: CH"));
        int status = line.run("credit", "F2026-000004", "--reason", "x", "--rebill");
        assertThat(status).as("%s", line.out()).isEqualTo(2);
        assertThat(line.err()).startsWith("F2026-000004 cannot be billed anew, and is not credited: K-1: ");
        assertThat(REBILLED.client()
                        .sql("select count(*) from cancellation")
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    @DisplayName("ends what a late payer owes on its day; what was claimed before is replayed as it was")
    void late() {
        CommandLineOf line = new CommandLineOf(LATE, RuleBooks.of(TestBook.book()));
        line.record(YEARLY.formatted("10000.00"));
        line.run("bill", "--from", "2026-01-01", "--to", "2026-01-31");
        line.run("issue", "1", "--on", "2026-01-01");
        line.run("late", "--on", "2026-03-31");
        line.run("credit", "F2026-000001", "--reason", "never delivered", "--on", "2026-04-10");
        line.run("late", "--on", "2026-05-31");
        assertThat(LATE.client()
                        .sql("select decision from debit_note_line where kind = 'interest' order by debit_note")
                        .query(String.class)
                        .list())
                .hasSize(2)
                .element(1)
                .asString()
                .contains("\"days\":68,")
                .as("1 February to 9 April");
        line.run("late", "--on", "2026-06-30");
        assertThat(line.out()).contains("Nothing more to claim");
        assertThat(line.run("replay", "--all")).as("%s", line.out()).isZero();
        assertThat(line.out()).isEqualTo("4 the same, 0 differ, 0 of another calculation differ\n");
    }

    @Test
    @DisplayName(
            "what a run's own credit note takes off an invoice is owed no more from its day on, but in runs before that counted")
    void correction() {
        CommandLineOf line = new CommandLineOf(CORRECTED, RuleBooks.of(TestBook.book()));
        line.record(YEARLY.formatted("10000.00"));
        line.run("bill", "--from", "2026-01-01", "--to", "2026-01-31");
        line.run("issue", "1", "--on", "2026-01-01");
        line.record(YEARLY.formatted("6000.00"));
        line.run("bill", "--from", "2026-02-01", "--to", "2026-02-28");
        line.run("late", "--on", "2026-03-31", "--preview");
        line.run("issue", "2", "--on", "2026-02-28");
        line.run("late", "--on", "2026-03-31");
        assertThat(CORRECTED
                        .client()
                        .sql("select decision from debit_note_line where kind = 'interest'")
                        .query(String.class)
                        .single())
                .contains(
                        "\"from\":\"2026-02-01\",\"to\":\"2026-02-27\",\"days\":27,",
                        "\"from\":\"2026-02-28\",\"to\":\"2026-03-31\",\"days\":32,");
        assertThat(line.run("replay", "--all")).isZero();
        assertThat(line.run("runs", "diff", "3", "4"))
                .as("a draft takes nothing off: %s", line.err())
                .isEqualTo(1);
        CORRECTED
                .client()
                .sql("update run set ignores_credits = true where id = 4")
                .update();
        assertThat(line.run("replay", "DN-000001")).as("%s", line.out()).isEqualTo(1);
    }

    @Test
    @DisplayName(
            "what was credited is not given back a second time by a lower price or an early end, and only what is due beyond it is charged")
    void nothingTwice() {
        CommandLineOf line = new CommandLineOf(WITHDRAWN, RuleBooks.of(TestBook.book()));
        line.record(YEARLY.formatted("1200.00"));
        line.run("bill", "--from", "2026-01-01", "--to", "2026-01-31");
        line.run("issue", "1", "--on", "2026-01-01");
        line.run("credit", "F2026-000001", "--reason", "goodwill", "--on", "2026-02-01");
        line.record(YEARLY.formatted("900.00"));
        assertThat(line.run("bill", "--from", "2026-02-01", "--to", "2026-02-28"))
                .isZero();
        assertThat(line.out()).as("a lower price").contains("Nothing more to bill");
        line.record(
                YEARLY.formatted("900.00")
                        + "events:\n  - {event: termination_notice, on: 2026-02-10, by: client, cause: convenience, end: 2026-03-31}\n");
        assertThat(line.run("bill", "--from", "2026-03-01", "--to", "2026-04-30"))
                .isZero();
        assertThat(line.out()).as("an early end").contains("Nothing more to bill");
        line.record(YEARLY.formatted("1500.00"));
        assertThat(line.run("bill", "--from", "2026-04-01", "--to", "2026-04-30"))
                .isZero();
        assertThat(WITHDRAWN
                        .client()
                        .sql("select net from invoice where run is not null order by id")
                        .query(java.math.BigDecimal.class)
                        .list()
                        .stream()
                        .map(java.math.BigDecimal::toPlainString))
                .as("1500 are due, 1200 were taken back")
                .containsExactly("1200.00", "300.00");
        line.run("issue", "4", "--on", "2026-02-28");
        line.record(YEARLY.formatted("1000.00"));
        assertThat(line.run("bill", "--from", "2026-05-01", "--to", "2026-05-31"))
                .isZero();
        assertThat(line.out()).as("the 300, not more").contains("-300.00");
        assertThat(WITHDRAWN
                        .client()
                        .sql("select corrects from invoice where run = 5")
                        .query(Long.class)
                        .single())
                .isEqualTo(WITHDRAWN
                        .client()
                        .sql("select id from invoice where run = 4")
                        .query(Long.class)
                        .single());
        assertThat(line.run("replay", "--all")).as("%s", line.out()).isZero();
        assertThat(line.run("numbers", "check")).isZero();
        WITHDRAWN
                .client()
                .sql("update run set credited_as_billed = true where id = 5")
                .update();
        assertThat(line.run("replay", "D-000004"))
                .as("runs before that are replayed as they were: %s", line.out())
                .isEqualTo(1);
        assertThat(line.out())
                .contains(
                        "computed {\"decision\":\"credit\"",
                        "\"figures\":[1000.00,1500.00]",
                        "{\"key\":\"difference.part\",\"figures\":[300.00,500.00]}");
    }

    @Test
    @DisplayName("refuses an invoice of which a later document gave something back, and any while a run has broken off")
    void refusals() {
        CommandLineOf line = new CommandLineOf(BROKEN, RuleBooks.of(TestBook.book()));
        line.record(YEARLY.formatted("1200.00"));
        line.run("bill", "--from", "2026-01-01", "--to", "2026-01-31");
        line.record(YEARLY.formatted("1500.00"));
        line.run("bill", "--from", "2026-02-01", "--to", "2026-02-28");
        line.record(YEARLY.formatted("100.00"));
        line.run("bill", "--from", "2026-03-01", "--to", "2026-03-31");
        line.run("issue", "1", "2", "3", "--on", "2026-03-01");
        refused(
                line,
                "F2026-000001 is corrected in part already, by A2026-000001; only a whole invoice is credited, and what else is wrong"
                        + " with it is set right by facts and the next prorata bill",
                "credit",
                "F2026-000001",
                "--reason",
                "x");
        line.record(MONTHLY.formatted("100.00"));
        line.run("bill", "--from", "2026-04-01", "--to", "2026-04-30");
        line.run("issue", "4", "--on", "2026-03-31");
        BROKEN.client().sql("update run set state = 'interrupted' where id = 4").update();
        refused(
                line,
                "run 4 (bill 2026-04-01 to 2026-04-30) broke off: go on with it by prorata bill --from 2026-04-01 --to 2026-04-30, or"
                        + " take its drafts away by prorata run abandon 4",
                "credit",
                "F2026-000003",
                "--reason",
                "x");
    }

    private static void refused(CommandLineOf line, String message, String... arguments) {
        assertThat(List.of(line.run(arguments), line.err())).isEqualTo(List.of(2, message + "\n"));
    }
}
