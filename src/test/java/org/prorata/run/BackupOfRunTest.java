package org.prorata.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.prorata.app.Replay;
import org.prorata.app.intake.Importer;
import org.prorata.contract.Ask;
import org.prorata.contract.document.DossierReader;
import org.prorata.ledger.Progress;
import org.prorata.ledger.Run;
import org.prorata.store.backup.Backup;
import org.prorata.store.backup.BackupFile;
import org.prorata.store.backup.Restore;
import org.prorata.store.base.Database;
import org.prorata.store.base.DatabaseSettings;
import org.prorata.store.base.Session;
import org.prorata.store.base.TestDatabase;
import org.prorata.store.postgres.EmbeddedPostgres;
import org.prorata.store.runs.RunAdmission;
import org.prorata.store.runs.Runs;

/** A backup that is taken while a run writes is a run that was interrupted there. */
class BackupOfRunTest {

    @RegisterExtension
    static final TestDatabase WORKING = new TestDatabase();

    private static final Ask.Bill OCTOBER = new Ask.Bill(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 31));

    private static final String BILLED = """
            select i.contract_id || ' ' || i.on_day || ' ' || i.kind || ' ' || i.gross || ' ' || l.item || ' ' || l.supersession
                   || ' ' || l.decision from invoice i join invoice_line l on l.invoice = i.id order by 1""";

    @TempDir
    Path folder;

    @Test
    @DisplayName("restored on another server, it goes on from there to the same bills, and all of them replay")
    void duringARun() throws IOException {
        Session working = WORKING.session();
        new Importer(working, new DossierReader(TestBook.terms())).files(TestBook.portfolio(), "import");
        Path file = folder.resolve("during.zip");
        List<CompletableFuture<Void>> beside = new ArrayList<>();
        AtomicLong sum = new AtomicLong();
        new PortfolioRun(working, new PortfolioRun.RunShape(1, 20, 20), (chunk, parked, all) -> {
                    long done = sum.addAndGet(chunk);
                    if (done >= 80 && beside.isEmpty()) {
                        beside.add(CompletableFuture.runAsync(() -> backup(file)));
                    }
                    if (done >= 160) {
                        beside.get(0).join();
                    }
                })
                .run(OCTOBER, TestBook.book(), Progress.NONE);

        try (EmbeddedPostgres other = EmbeddedPostgres.join(folder.resolve("other"));
                Database empty = Database.reach(
                        new DatabaseSettings.External(other.jdbcUrl(), other.user(), other.password()))) {
            try (BackupFile backup = BackupFile.open(file)) {
                new Restore(TestDatabase.session(empty), backup).run(true);
            }
            try (Database restored =
                    Database.open(new DatabaseSettings.External(other.jdbcUrl(), other.user(), other.password()))) {
                goesOn(working, TestDatabase.session(restored));
            }
        }
    }

    private static void goesOn(Session working, Session restored) {
        Runs runs = new Runs(restored);
        assertThat(runs.all()).extracting(Run::state).containsExactly(Run.State.RUNNING);
        assertThat(new RunAdmission(restored).underWay()).isFalse();
        long some = count(restored, "invoice");
        assertThat(some).isBetween(1L, count(working, "invoice") - 1);
        assertThat(restored.client()
                        .sql(
                                "select count(*) from invoice i where not exists (select from invoice_line where invoice = i.id)"
                                        + " or not exists (select from invoice_tax where invoice = i.id)")
                        .query(Long.class)
                        .single())
                .isZero();
        long last = restored.client()
                .sql("select max(id) from invoice")
                .query(Long.class)
                .single();

        RunResult rest = new PortfolioRun(restored).run(OCTOBER, TestBook.book(), Progress.NONE);
        assertThat(rest.mismatches()).isEmpty();
        assertThat(rest.wentOn()).isTrue();
        assertThat(rest.run().id()).isEqualTo(1);
        assertThat(restored.client()
                        .sql("select max(id) from invoice")
                        .query(Long.class)
                        .single())
                .isGreaterThan(last);
        assertThat(restored.client().sql(BILLED).query(String.class).list())
                .isEqualTo(working.client().sql(BILLED).query(String.class).list());
        Replay.Summary summary = new Replay(restored).all(outcome -> {});
        assertThat(summary).isEqualTo(new Replay.Summary(count(restored, "invoice"), 0, 0));
    }

    private static void backup(Path file) {
        try (Database owner = Database.reach(WORKING.settings())) {
            new Backup(TestDatabase.session(owner), "test").write(file, false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long count(Session session, String table) {
        return session.client()
                .sql("select count(*) from " + table)
                .query(Long.class)
                .single();
    }
}
