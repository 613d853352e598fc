package org.prorata.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.prorata.app.Replay;
import org.prorata.app.intake.Feed;
import org.prorata.app.intake.Incoming;
import org.prorata.app.intake.Received;
import org.prorata.app.intake.Withdrawing;
import org.prorata.contract.Ask;
import org.prorata.contract.document.Problem;
import org.prorata.ledger.Document;
import org.prorata.ledger.Progress;
import org.prorata.store.base.TestDatabase;
import org.prorata.store.invoices.Documents;
import org.prorata.store.invoices.Issuing;

/** What comes in by files, in runs. */
class IncomingRunTest {

    @RegisterExtension
    static final TestDatabase USED = new TestDatabase();

    @RegisterExtension
    static final TestDatabase PAID = new TestDatabase();

    @RegisterExtension
    static final TestDatabase ENDED = new TestDatabase();

    @RegisterExtension
    static final TestDatabase WITHDRAWN = new TestDatabase();

    private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);

    private static final String MONTHLY = """
            terms: standard
            customer: {country: FR}
            contract:
              id: %s
              start: 2026-01-01
              term_months: null
              payment_days: 30
              billing: {every: month, timing: arrears}
              items:
                - {id: seats, price: 10.00, per: month, from: 2026-01-01}
                - {id: hours, kind: usage, price: 50.00, per: unit, from: 2026-01-01}
            """;

    @TempDir
    private Path folder;

    @Test
    @DisplayName(
            "usage becomes lines of the next run; what comes in beside a run belongs to the one after it, and both replay")
    void usage() {
        Told.dossiers(USED.session(), MONTHLY.formatted("U-1"), MONTHLY.formatted("U-2"));
        take(USED, Feed.USAGE, "id,contract,item,on,quantity,status\n1,U-1,hours,2026-09-10,3,held\n");
        AtomicBoolean first = new AtomicBoolean(true);
        Progress beside = (done, parked, all) -> {
            if (first.getAndSet(false)) {
                Received received =
                        take(USED, Feed.USAGE, "id,contract,item,on,quantity,status\n2,U-2,hours,2026-09-11,2,held\n");
                assertThat(received.stored()).isEqualTo(1);
            }
        };
        Ask.Bill september = new Ask.Bill(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 31));
        RunResult run = new PortfolioRun(USED.session(), new PortfolioRun.RunShape(1, 1, 1), beside)
                .run(september, TestBook.book(), Progress.NONE);
        assertThat(lines(USED, "U-1", run)).containsExactlyInAnyOrder("hours 150.00", "seats 10.00");
        assertThat(lines(USED, "U-2", run)).containsExactly("seats 10.00");
        RunResult second = new PortfolioRun(USED.session()).run(september, TestBook.book(), Progress.NONE);
        assertThat(lines(USED, "U-1", second)).isEmpty();
        assertThat(lines(USED, "U-2", second)).containsExactly("hours 100.00");
        assertThat(new Replay(USED.session()).all(outcome -> {})).isEqualTo(new Replay.Summary(3, 0, 0));
    }

    @Test
    @DisplayName("a payment of an invoice of ours ends its interest, by name; what it may not be is said")
    void payments() {
        Told.dossiers(
                PAID.session(),
                MONTHLY.formatted("P-1") + "invoices:\n  - {id: F-1, issued: 2026-01-31, amount: 1000.00}\n");
        PortfolioRun runs = new PortfolioRun(PAID.session());
        runs.run(new Ask.Bill(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 2, 1)), TestBook.book(), Progress.NONE);
        Received received = take(PAID, Feed.PAYMENTS, """
                id,invoice,on,amount,contract,currency
                1,D-000001,2026-02-20,7.00,,EUR
                2,D-000001,2026-02-21,5.00,,
                3,D-000001,2026-02-22,0.01,,
                4,F-1,2026-02-20,1000.00,P-1,
                5,F-1,2026-02-20,1000.00,,
                6,D-000001,2026-02-20,1.00,,USD
                7,F-1,2062-02-20,1.00,P-1,
                8,F-1,2025-01-30,1.00,P-1,
                9,F-1,2026-02-20,0,P-1,
                10,F-2,2026-02-20,1,P-1,
                11,F-1,2026-02-20,1,P-2,
                12,F-1,2026-02-20,-1.005,P-1,
                1,D-000001,2026-02-20,7,,
                """);
        assertThat(List.of(received.stored(), received.known(), received.rejected()))
                .containsExactly(3L, 1L, 9L);
        assertThat(received.problems().stream().map(IncomingRunTest::said))
                .containsExactly(
                        "4 amount: 0.01 is more than is open of D-000001: 12.00 invoiced, 12.00 paid; at most 0.00 is allowed",
                        "6 invoice: \"F-1\" is neither number nor name of an invoice of ours; an invoice from elsewhere also needs its contract"
                                + " in the column contract",
                        "7 currency: USD is not the currency of D-000001; EUR is allowed",
                        "8 on: 2062-02-20 lies more than a year ahead of today, 2026-12-01; a day up to 2027-12-01 is allowed",
                        "9 on: 2025-01-30 lies more than a year before the invoice, 2026-01-31; 2025-01-31 or later is allowed",
                        "10 amount: is zero; more than zero is allowed",
                        "11 invoice: \"F-2\" is not an invoice of the contract \"P-1\"; allowed: those of its dossier, and ours to it",
                        "12 contract: \"P-2\" is not a known contract; prorata import makes contracts known",
                        "13 amount: -1.005 is negative; zero or more is allowed");
        RunResult late = runs.run(new Ask.Late(LocalDate.of(2026, 5, 31)), TestBook.book(), Progress.NONE);
        assertThat(late.nothingMore()).as("all was paid in time").isTrue();
        RunResult march = runs.run(
                new Ask.Bill(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 1)), TestBook.book(), Progress.NONE);
        assertThat(new Issuing(PAID.session()).run(march.run(), LocalDate.of(2026, 3, 1)))
                .hasSize(1);
        take(PAID, Feed.PAYMENTS, "id,invoice,on,amount\n21,D-000002,2026-04-30,12.00\n");
        RunResult claimed = runs.run(new Ask.Late(LocalDate.of(2026, 6, 30)), TestBook.book(), Progress.NONE);
        assertThat(lines(PAID, "P-1", claimed))
                .as("interest to the payment, and the fee")
                .hasSize(2)
                .anySatisfy(line -> assertThat(line).isEqualTo("F2026-000001 40.00"));
        Received note = take(
                PAID,
                Feed.PAYMENTS,
                "id,invoice,on,amount\n22,DN-000001,2026-04-30,12.00\n21,D-000001,2026-04-30,12.00\n");
        assertThat(note.problems().stream().map(IncomingRunTest::said))
                .containsExactly(
                        "2 invoice: \"DN-000001\" is a debit note; payments of invoices are recorded",
                        "3 id: \"21\" is stored already with other content: invoice \"F2026-000001\" there and \"D-000001\" here; the same content"
                                + " again or a new id is allowed");
        assertThat(new Replay(PAID.session()).all(outcome -> {})).isEqualTo(new Replay.Summary(3, 0, 0));
    }

    @Test
    @DisplayName("a notice of termination ends what is billed, as one in the dossier does")
    void termination() {
        Told.dossiers(
                ENDED.session(),
                MONTHLY.formatted("T-1"),
                MONTHLY.formatted("T-2")
                        + "events:\n  - {event: termination_notice, on: 2026-02-01, by: client, cause: convenience, end: 2026-06-30}\n");
        take(
                ENDED,
                Feed.EVENTS,
                "id,contract,event,on,by,cause,end\n1,T-1,termination_notice,2026-02-01,client,convenience,2026-06-30\n");
        RunResult run = new PortfolioRun(ENDED.session())
                .run(
                        new Ask.Bill(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 12, 31)),
                        TestBook.book(),
                        Progress.NONE);
        assertThat(lines(ENDED, "T-1", run))
                .isEqualTo(lines(ENDED, "T-2", run))
                .isNotEmpty()
                .hasSizeLessThan(11);
    }

    @Test
    @DisplayName(
            "what is withdrawn is credited, or owed again, by the next run; its id is free for other content, and what ran replays")
    void withdrawn() {
        Told.dossiers(
                WITHDRAWN.session(),
                MONTHLY.formatted("W-1") + "invoices:\n  - {id: F-1, issued: 2026-01-31, amount: 1000.00}\n");
        take(
                WITHDRAWN,
                Feed.USAGE,
                "id,contract,item,on,quantity,status\n1,W-1,hours,2026-01-10,3,held\n2,W-1,hours,2026-02-10,1,held\n");
        take(
                WITHDRAWN,
                Feed.EVENTS,
                "id,contract,event,on,by,cause,end\n1,W-1,termination_notice,2026-01-05,client,convenience,2026-02-28\n");
        PortfolioRun runs = new PortfolioRun(WITHDRAWN.session());
        RunResult february = runs.run(
                new Ask.Bill(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 3, 31)), TestBook.book(), Progress.NONE);
        assertThat(lines(WITHDRAWN, "W-1", february)).contains("hours 150.00", "hours 50.00", "seats 10.00");
        new Issuing(WITHDRAWN.session()).run(february.run(), LocalDate.of(2026, 3, 31));
        take(
                WITHDRAWN,
                Feed.PAYMENTS,
                "id,invoice,on,amount,contract\n1,F2026-000001,2026-02-20,192.00,\n2,F-1,2026-02-10,1000.00,W-1\n");
        assertThat(runs.run(new Ask.Late(LocalDate.of(2026, 3, 31)), TestBook.book(), Progress.NONE)
                        .nothingMore())
                .isTrue();

        assertThat(new Withdrawing(WITHDRAWN.session(), Feed.USAGE).ids(List.of("1", "9"), "typed twice"))
                .isEqualTo(new Withdrawing.Outcome(
                        1,
                        List.of(new Problem(
                                "usage",
                                0,
                                "",
                                "\"9\" is not the id of a row of usage that was" + " imported",
                                "unknown-id"))));
        assertThat(new Withdrawing(WITHDRAWN.session(), Feed.EVENTS)
                        .ids(List.of("1"), "another client")
                        .withdrawn())
                .isEqualTo(1);
        RunResult april = runs.run(
                new Ask.Bill(LocalDate.of(2026, 4, 1), LocalDate.of(2026, 4, 30)), TestBook.book(), Progress.NONE);
        assertThat(lines(WITHDRAWN, "W-1", april))
                .as("hours go back, and March is due as the contract goes on")
                .containsExactlyInAnyOrder("hours -150.00", "seats 10.00");
        assertThat(take(WITHDRAWN, Feed.USAGE, "id,contract,item,on,quantity,status\n1,W-1,hours,2026-01-11,2,held\n")
                        .stored())
                .isEqualTo(1);
        assertThat(take(WITHDRAWN, Feed.USAGE, "id,contract,item,on,quantity,status\n1,W-1,hours,2026-01-11,2,held\n")
                        .known())
                .isEqualTo(1);
        RunResult may = runs.run(
                new Ask.Bill(LocalDate.of(2026, 5, 1), LocalDate.of(2026, 5, 31)), TestBook.book(), Progress.NONE);
        assertThat(lines(WITHDRAWN, "W-1", may)).containsExactlyInAnyOrder("hours 100.00", "seats 10.00");

        assertThat(new Withdrawing(WITHDRAWN.session(), Feed.PAYMENTS)
                        .ids(List.of("1", "2"), "bounced")
                        .withdrawn())
                .isEqualTo(2);
        RunResult late = runs.run(new Ask.Late(LocalDate.of(2026, 5, 31)), TestBook.book(), Progress.NONE);
        assertThat(lines(WITHDRAWN, "W-1", late))
                .extracting(line -> line.replaceAll(" .*", ""))
                .contains("F2026-000001", "F-1");
        assertThat(take(
                                WITHDRAWN,
                                Feed.PAYMENTS,
                                "id,invoice,on,amount,contract\n1,F2026-000001,2026-02-21,192.00,\n2,F-1,2026-02-11,1000.00,W-1\n")
                        .stored())
                .isEqualTo(2);
        assertThat(new Withdrawing(WITHDRAWN.session(), Feed.USAGE)
                        .ids(List.of("1"), "again")
                        .withdrawn())
                .as("a second time")
                .isEqualTo(1);
        assertThat(new Withdrawing(WITHDRAWN.session(), Feed.USAGE)
                        .ids(List.of("1"), "again")
                        .problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message())
                        .matches("\"1\" was withdrawn already, on [0-9-]{10}; a row is withdrawn once,"
                                + " and what was imported since under its id again"));
        assertThat(new Replay(WITHDRAWN.session()).all(outcome -> {}).differing())
                .isZero();
        assertThat(WITHDRAWN
                        .client()
                        .sql(
                                "select count(*) from recording r where not exists (select from withdrawal where recording = r.id)"
                                        + " and source like '%withdraw%'")
                        .query(Long.class)
                        .single())
                .as("what comes to nothing leaves nothing")
                .isZero();
    }

    private static String said(Problem problem) {
        return problem.line() + " " + problem.path() + ": " + problem.message();
    }

    private Received take(TestDatabase database, Feed feed, String rows) {
        try {
            return new Incoming(database.session(), feed, TODAY)
                    .receive(Files.writeString(folder.resolve("rows.csv"), rows), null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(TestDatabase database, String contract, RunResult run) {
        return new Documents(database.session())
                .ofRun(run.run().id(), List.of(contract)).stream()
                        .flatMap(d -> d.lines().stream())
                        .map((Document.DocumentLine row) -> row.subject() + " " + row.amount())
                        .toList();
    }
}
