package org.prorata.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.prorata.access.Caller;
import org.prorata.access.Identity;
import org.prorata.access.Role;
import org.prorata.app.Application;
import org.prorata.app.Working;
import org.prorata.contract.Ask;
import org.prorata.ledger.Progress;
import org.prorata.store.base.Database;
import org.prorata.store.base.DatabaseSettings;
import org.prorata.store.base.TestDatabase;

@DisplayName("A worker whose database goes away")
class ReconnectingWorkerTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final long SECONDS = 30;

    private static final class Heard implements Working.WorkerNews {
        private final List<String> said = new CopyOnWriteArrayList<>();

        @Override
        public void begins(String process, String book) {
            said.add("begins");
        }

        @Override
        public void refused(String why) {
            said.add(why);
        }

        @Override
        public void waits() {
            said.add("waits");
        }

        @Override
        public void back() {
            said.add("back");
        }
    }

    @Test
    @DisplayName("works on when it is back, and what it writes bears its caller's name as before")
    void staysItsCallers() throws Exception {
        Told.portfolio(DATABASE.session());
        signedParts();
        Heard heard = new Heard();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        DatabaseSettings.External direct = DATABASE.settings();
        int port = URI.create(direct.jdbcUrl().substring("jdbc:".length())).getPort();
        try (CutLine line = new CutLine(port);
                Database theirs = Database.join(by(line, direct, port))) {
            Application application = new Application(theirs, null, TestBook::book);
            Caller worker = new Caller(
                    new Identity("worker-of-billing", EnumSet.of(Role.BILLING), true),
                    Locale.ENGLISH,
                    LocalDate.of(2026, 10, 31));
            Thread thread = new Thread(() -> {
                try {
                    new Working(application).work(worker, 1, () -> Database.join(by(line, direct, port)), heard);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                } catch (RuntimeException e) {
                    failure.set(e);
                    heard.said.add(String.valueOf(e) + " " + e.getCause());
                }
            });
            thread.start();
            until(heard, () -> living() == 1);
            line.cut();
            until(heard, () -> heard.said.contains("waits"));
            DATABASE.client().sql("delete from worker").update();
            line.mend();
            until(heard, () -> heard.said.contains("back") && living() == 1);
            billed();
            thread.interrupt();
            thread.join(SECONDS * 1000);
        }
        assertThat(failure.get()).isNull();
        assertThat(heard.said).containsExactly("begins", "waits", "back");
        assertThat(DATABASE.client()
                        .sql("select distinct author from signed_part order by author")
                        .query(String.class)
                        .list())
                .as("who worked at parts: the command and the worker")
                .containsExactly("local:test", "worker-of-billing");
    }

    private static DatabaseSettings by(CutLine line, DatabaseSettings.External direct, int port) {
        String url = direct.jdbcUrl().replace(":" + port + "/", ":" + line.port() + "/");
        return new DatabaseSettings.External(url, direct.user(), direct.password(), direct.owner());
    }

    /** Whoever stores something of a part signs it. */
    private static void signedParts() {
        DATABASE.client().sql("create table signed_part (author text)").update();
        DATABASE.client().sql("grant insert on signed_part to public").update();
        DATABASE.client().sql("""
                create function sign_part() returns trigger language plpgsql as $$ begin
                insert into signed_part values (coalesce(nullif(current_setting('prorata.author', true), ''), 'nobody')); return new; end $$""").update();
        DATABASE.client()
                .sql(
                        "create trigger signed before update of contracts on run_part for each row execute function sign_part()")
                .update();
    }

    private static long living() {
        return DATABASE.client()
                .sql("select count(*) from worker where touched > now() - interval '5 seconds'")
                .query(Long.class)
                .single();
    }

    private static void billed() {
        Progress slow = (done, parked, all) -> {
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
        RunResult run = new PortfolioRun(DATABASE.session(), new PortfolioRun.RunShape(1, 5, 10), slow)
                .run(
                        new Ask.Bill(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 31)),
                        TestBook.book(),
                        Progress.NONE);
        assertThat(run.mismatches()).isEmpty();
    }

    private static void until(Heard heard, BooleanSupplier holds) throws InterruptedException {
        Instant end = Instant.now().plus(Duration.ofSeconds(SECONDS));
        while (!holds.getAsBoolean()) {
            assertThat(Instant.now()).as("still waiting after %s", heard.said).isBefore(end);
            Thread.sleep(100);
        }
    }
}
