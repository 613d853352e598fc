package org.prorata.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.prorata.book.engine.BookSource;
import org.prorata.contract.Ask;
import org.prorata.ledger.Progress;
import org.prorata.ledger.Run;
import org.prorata.store.base.Database;
import org.prorata.store.base.Session;
import org.prorata.store.base.TestDatabase;
import org.prorata.store.books.BookStore;
import org.prorata.store.runs.FencedOut;
import org.prorata.store.runs.Parts;
import org.prorata.store.runs.Runs;
import org.prorata.store.runs.Workers;

@DisplayName("Workers")
class WorkerTest {

    @RegisterExtension
    static final TestDatabase SHARED = new TestDatabase();

    @RegisterExtension
    static final TestDatabase CALCULATED = new TestDatabase();

    @RegisterExtension
    static final TestDatabase ALONE = new TestDatabase();

    @RegisterExtension
    static final TestDatabase FENCED = new TestDatabase();

    @RegisterExtension
    static final TestDatabase STILL = new TestDatabase();

    @RegisterExtension
    static final TestDatabase LATER = new TestDatabase();

    private static final Ask.Bill OCTOBER = new Ask.Bill(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 31));
    private static final PortfolioRun.RunShape SMALL = new PortfolioRun.RunShape(1, 5, 10);

    private static final String BILLED = """
            select i.contract_id || ' ' || i.on_day || ' ' || i.kind || ' ' || i.gross || ' ' || l.item || ' ' || l.supersession
                   || ' ' || l.decision from invoice i join invoice_line l on l.invoice = i.id order by 1""";

    @Test
    @DisplayName("share a run with the command that began it, and come to the same bills as one process alone")
    void shared() throws Exception {
        Session alone = imported(ALONE);
        new PortfolioRun(alone).run(OCTOBER, TestBook.book(), Progress.NONE);
        Session shared = imported(SHARED);
        List<String> said = new CopyOnWriteArrayList<>();
        try (Database theirs = Database.join(SHARED.settings());
                Worker worker = new Worker(TestDatabase.session(theirs), TestBook.book(), 1)) {
            Thread thread = started(worker, said);
            RunResult run = new PortfolioRun(shared, SMALL, Progress.NONE).run(OCTOBER, TestBook.book(), Progress.NONE);
            assertThat(run.mismatches()).isEmpty();
            assertThat(run.counts().parked()).isEqualTo(1);
            RunResult again =
                    new PortfolioRun(shared, SMALL, Progress.NONE).run(OCTOBER, TestBook.book(), Progress.NONE);
            assertThat(again.nothingMore()).isTrue();
            worker.close();
            thread.join(10_000);
        }
        assertThat(billed(shared)).isEqualTo(billed(alone));
        assertThat(shared.client()
                        .sql("select count(*) from int_channel_message")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(said).isEmpty();
        assertThat(new Workers(shared).living(TestBook.book().version(), BookSource.CALCULATION))
                .isZero();
    }

    @Test
    @DisplayName(
            "that start while a command is at its run take what is left; who worked at which part is forgotten after a month")
    void later() throws Exception {
        Session session = imported(LATER);
        AtomicInteger own = new AtomicInteger();
        try (Database theirs = Database.join(LATER.settings());
                Worker worker = new Worker(TestDatabase.session(theirs), TestBook.book(), 1)) {
            Thread[] thread = new Thread[1];
            Progress slow = (done, parked, all) -> {
                if (own.getAndIncrement() == 0) {
                    thread[0] = begun(worker, session);
                }
                pause();
            };
            RunResult run = new PortfolioRun(session, SMALL, slow).run(OCTOBER, TestBook.book(), Progress.NONE);
            assertThat(run.mismatches()).isEmpty();
            assertThat(run.counts().contracts()).isEqualTo(210);
            worker.close();
            thread[0].join(10_000);
        }
        assertThat(own.get()).as("of 42 chunks").isLessThan(42);

        LATER.client()
                .sql("update batch_job_execution set create_time = create_time - interval '31 days'")
                .update();
        String rows = """
                select (select count(*) from batch_job_instance) || ' ' || (select count(*) from batch_job_execution) || ' '
                || (select count(*) from batch_job_execution_params) || ' ' || (select count(*) from batch_step_execution where start_time is not null)""";
        assertThat(LATER.client().sql(rows).query(String.class).single()).doesNotStartWith("0");
        new PortfolioRun(session).run(OCTOBER, TestBook.book(), Progress.NONE);
        assertThat(LATER.client().sql(rows).query(String.class).single())
                .as("those of the last run")
                .isEqualTo("1 1 2 2");
    }

    @Test
    @DisplayName("take no part in runs by another calculation than theirs, and say so once")
    void otherCalculation() throws Exception {
        Session session = imported(CALCULATED);
        new PortfolioRun(session).run(OCTOBER, TestBook.book(), Progress.NONE);
        CALCULATED
                .client()
                .sql("update run set state = 'running', ended = null, calculation = calculation - 1")
                .update();
        List<String> said = new CopyOnWriteArrayList<>();
        try (Database theirs = Database.join(CALCULATED.settings());
                Worker worker = new Worker(TestDatabase.session(theirs), TestBook.book(), 1)) {
            Thread thread = new Thread(() -> {
                try {
                    worker.work(said::add);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            thread.start();
            Instant end = Instant.now().plus(Duration.ofSeconds(20));
            while (said.isEmpty() && Instant.now().isBefore(end)) {
                pause();
            }
            worker.close();
            thread.join(10_000);
        }
        assertThat(said)
                .singleElement()
                .asString()
                .startsWith("run 1 (bill 2026-10-01 to 2026-10-31) is by rule book "
                        + TestBook.book().version() + ", calculation " + (BookSource.CALCULATION - 1))
                .endsWith("; this worker has " + TestBook.book().version() + ", calculation " + BookSource.CALCULATION
                        + " and takes no part in it");
    }

    private static Thread begun(Worker worker, Session session) {
        Thread thread = new Thread(() -> {
            try {
                worker.work(line -> {});
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        thread.start();
        while (new Workers(session).living(TestBook.book().version(), BookSource.CALCULATION) == 0) {
            pause();
        }
        return thread;
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    @DisplayName("who lost a part to another one can store nothing more of it; what is asked to stop stops")
    void fenced() {
        Session session = imported(FENCED);
        new BookStore(session).save(TestBook.source());
        Runs runs = new Runs(session);
        Run run = runs.open(OCTOBER, 1, TestBook.source(), false, null, 100);
        Parts parts = new Parts(session);
        assertThat(parts.open(run.id())).containsExactly(1, 2, 3);
        Parts.Held first = parts.take(run.id(), 1, "one").orElseThrow();
        assertThat(parts.claim(first)).isTrue();
        Parts.Held moved = parts.advance(first, parts.next(first, 1, null, 7).get(6), 7, 0, 7, List.of());
        Parts.Held second = parts.take(run.id(), 1, "other").orElseThrow();
        assertThat(second.place()).isEqualTo(moved.place());
        assertThatThrownBy(() -> parts.claim(moved))
                .isInstanceOf(FencedOut.class)
                .hasMessage("part 1 of run " + run.id()
                        + " was taken over by another worker; nothing is stored here any more");
        assertThatThrownBy(() -> parts.advance(moved, "Z", 1, 0, 0, List.of())).isInstanceOf(FencedOut.class);
        assertThatThrownBy(() -> parts.done(moved)).isInstanceOf(FencedOut.class);
        assertThat(parts.next(second, 1, null, 500)).hasSize(93);
        runs.stop(run.id(), null);
        assertThat(parts.claim(second)).isFalse();
        assertThat(parts.standing(run.id())).isEqualTo(new Parts.RunProgress(210, 7, 0, 7, false));
    }

    @Test
    @DisplayName("who stands still within a chunk loses his connection to the next one who wants the part")
    void standsStill() throws Exception {
        Session session = imported(STILL);
        new BookStore(session).save(TestBook.source());
        Run run = new Runs(session).open(OCTOBER, 1, TestBook.source(), false, null, 100);
        Parts parts = new Parts(session);
        Parts.Held held = parts.take(run.id(), 1, "somebody").orElseThrow();
        try (Connection other = DriverManager.getConnection(
                        STILL.settings().jdbcUrl() + "?ApplicationName=prorata%20somebody",
                        STILL.settings().user(),
                        STILL.settings().password());
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("select from run_part where run = " + run.id() + " and part = 1 for update");
            parts.free(run.id(), 1);
            assertThat(parts.take(run.id(), 1, "next").orElseThrow().token()).isGreaterThan(held.token());
            assertThatThrownBy(() -> statement.execute("select 1")).matches(Database::isGone);
        }
    }

    private static Thread started(Worker worker, List<String> said) throws InterruptedException {
        AtomicReference<Exception> failure = new AtomicReference<>();
        Thread thread = new Thread(() -> {
            try {
                worker.work(said::add);
            } catch (InterruptedException | RuntimeException e) {
                failure.set(e);
            }
        });
        thread.start();
        Instant end = Instant.now().plus(Duration.ofSeconds(20));
        while (new Workers(SHARED.session()).living(TestBook.book().version(), BookSource.CALCULATION) == 0
                && Instant.now().isBefore(end)) {
            Thread.sleep(50);
        }
        assertThat(failure.get()).isNull();
        return thread;
    }

    private static Session imported(TestDatabase place) {
        Told.portfolio(place.session());
        return place.session();
    }

    private static List<String> billed(Session session) {
        return new ArrayList<>(session.client().sql(BILLED).query(String.class).list());
    }
}
