package org.prorata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.prorata.decision.explain.Json;
import org.prorata.store.base.DatabaseSettings;
import org.prorata.store.base.TestDatabase;

class BackupCommandTest {

    @RegisterExtension
    static final TestDatabase FULL = new TestDatabase();

    @RegisterExtension
    static final TestDatabase EMPTY = TestDatabase.bare();

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void told() {
        FULL.client().sql("insert into recording (source) values ('told')").update();
    }

    @Test
    @DisplayName("a backup is written, listed, as JSON too, and restored into an empty database once")
    void thereAndBack() {
        Path file = folder.resolve("all.zip");
        assertThat(run(FULL, "backup", file.toString())).isZero();
        assertThat(out.toString())
                .matches(
                        "(?s)\\S+all.zip: [0-9]+ tables, [0-9,]+ rows?, [0-9,]+ bytes of text, schema [0-9]+, as of .* UTC\n");
        assertThat(err.toString())
                .isEqualTo(
                        "without the key of the audit log: keep a copy of audit.key apart from it, and bring it along when you restore\n");
        err.getBuffer().setLength(0);
        assertThat(run(FULL, "backup", file.toString())).isEqualTo(2);
        assertThat(err.toString())
                .isEqualTo(file + ": is there already; name another file, or --force to replace it\n");
        assertThat(run(FULL, "backup", "--force", file.toString())).isZero();

        out.getBuffer().setLength(0);
        assertThat(run(null, "backup", "--list", file.toString())).isZero();
        assertThat(out.toString())
                .contains(
                        "Written by Prorata 0.1.0 (format 1) from PostgreSQL 18",
                        "Migration V001__facts.sql, checksum ",
                        "Sequence recording_id_seq at ",
                        "Left out: flyway_schema_history – ",
                        "Whole: every byte is as it was written.\n");
        out.getBuffer().setLength(0);
        assertThat(run(null, "backup", "--list", "--json", file.toString())).isZero();
        assertThat(Json.read(out.toString()))
                .hasToString(Json.read(out.toString()).toString())
                .asString()
                .startsWith("{format=1, product=0.1.0");

        out.getBuffer().setLength(0);
        assertThat(run(EMPTY, "restore", file.toString())).as(err.toString()).isZero();
        assertThat(out.toString()).endsWith("; read back and the same\n");
        assertThat(EMPTY.client()
                        .sql("select source from recording")
                        .query(String.class)
                        .list())
                .contains("told");
        err.getBuffer().setLength(0);
        assertThat(run(EMPTY, "restore", file.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("is not empty: it holds ", "recording with ");
    }

    @Test
    @DisplayName("what cannot be is refused before a database is touched")
    void refused() throws IOException {
        assertThat(run(
                        null,
                        "restore",
                        folder.resolve("none.zip").toString(),
                        "--data",
                        folder.resolve("data").toString()))
                .isEqualTo(2);
        assertThat(err.toString()).isEqualTo(folder.resolve("none.zip") + ": no such file\n");
        assertThat(folder.resolve("data")).doesNotExist();
        Path other = Files.writeString(folder.resolve("other.zip"), "nothing of ours");
        err.getBuffer().setLength(0);
        assertThat(run(null, "backup", "--list", other.toString())).isEqualTo(2);
        assertThat(err.toString()).isEqualTo(other + ": is no backup of Prorata, or is cut off\n");
        assertThat(run(null, "backup", "--json", other.toString())).isEqualTo(2);
        assertThat(run(null, "backup")).isEqualTo(2);
    }

    @Test
    @DisplayName("a database that goes away is status 3, and no half file stays")
    void lostDatabase() throws IOException {
        Path file = folder.resolve("lost.zip");
        List<Integer> statuses = new ArrayList<>();
        FULL.tx().executeWithoutResult(status -> {
            // held, so that the backup waits for its lock until its connection is ended
            FULL.client().sql("lock table recording in access exclusive mode").update();
            Thread backup = new Thread(() -> statuses.add(run(FULL, "backup", file.toString())));
            backup.start();
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
            boolean ended = false;
            while (!ended && System.nanoTime() < deadline) {
                FULL.client().sql("select pg_stat_clear_snapshot()").query().listOfRows();
                ended = FULL.client()
                                .sql("select count(*) from (select pg_terminate_backend(pid) from pg_stat_activity"
                                        + " where wait_event_type = 'Lock' and datname = current_database()) ended")
                                .query(Long.class)
                                .single()
                        > 0;
            }
            join(backup);
        });
        assertThat(statuses).as(err.toString()).containsExactly(3);
        assertThat(err.toString()).startsWith("the database went away while the command was at work");
        try (var left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join(TimeUnit.SECONDS.toMillis(30));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private int run(TestDatabase database, String... args) {
        List<String> all = new ArrayList<>(List.of(args));
        if (database != null) {
            DatabaseSettings.External at = database.settings().asOwner();
            all.add("--database-url");
            all.add(at.jdbcUrl()
                    .replace("jdbc:postgresql://", "postgresql://" + at.user() + ":" + at.password() + "@"));
        }
        return Main.run(
                () -> {
                    throw new AssertionError("no rules are needed");
                },
                () -> {
                    throw new AssertionError("no rule book is needed");
                },
                new PrintWriter(out),
                new PrintWriter(err),
                all.toArray(String[]::new));
    }
}
