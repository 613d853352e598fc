package org.prorata.store.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.prorata.store.base.Database;
import org.prorata.store.base.Session;
import org.prorata.store.base.TestDatabase;
import org.prorata.store.postgres.DatabaseUnavailable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Backups of tables of all kinds that later migrations may bring. */
class BackupTest {

    private static final String MOTLEY = "classpath:db/motley";
    private static final String TRIAL = "classpath:db/trial";
    private static final String LATER_TRIAL = "classpath:db/trial-later";
    private static final String ODD = "\"Odd \"\"name\"\", with ../.. in it\"";

    @RegisterExtension
    static final TestDatabase FULL = new TestDatabase(MOTLEY);

    @RegisterExtension
    static final TestDatabase EMPTY = TestDatabase.bare(MOTLEY);

    @RegisterExtension
    static final TestDatabase OLD = new TestDatabase(TRIAL);

    @RegisterExtension
    static final TestDatabase UPGRADED = new TestDatabase(LATER_TRIAL);

    @RegisterExtension
    static final TestDatabase NEWER = new TestDatabase(LATER_TRIAL);

    @RegisterExtension
    static final TestDatabase PLACE = TestDatabase.bare(TRIAL);

    @TempDir
    Path folder;

    @Test
    @DisplayName(
            "values, computed columns, identities, cycles of references, partitions and triggers come back as they were")
    void allKinds() throws IOException {
        JdbcClient sql = FULL.client();
        sql.sql("insert into " + ODD
                        + " (\"Text 1\", half, bytes, at, span, numbers, feeling, ratio, doc, parent) values "
                        + "(e'tab\\t line\\n back\\\\slash \\\\N', 4, '\\x00ff0a', '2026-10-25 02:30:00+02', '1 mon 2 days', '{1.50,null}', 'cross',"
                        + " 0.1, '{\"a\": [1.0, \"é\"]}', 7), (e'\\\\.', null, null, null, null, null, null, 'NaN', null, 7), ('', 1, '', null, null, '{}',"
                        + " 'calm', 1e-300, 'null', 10)")
                .update();
        FULL.tx().executeWithoutResult(status -> {
            sql.sql("insert into hen values (1, 1)").update();
            sql.sql("insert into egg values (1, 1)").update();
        });
        sql.sql("insert into by_year values (2025, 'a'), (2026, 'b'), (2026, null)")
                .update();
        sql.sql("alter table told disable trigger unlucky").update();
        sql.sql("insert into told values (1), (13)").update();
        sql.sql("alter table told enable trigger unlucky").update();
        Path file = folder.resolve("motley.zip");

        Manifest manifest = new Backup(FULL.session(), "test").write(file, false);
        assertThat(manifest.tables())
                .extracting(each -> each.table().name() + " " + each.rows())
                .containsExactly("Odd \"name\", with ../.. in it 3", "by_year 3", "echo 2", "egg 1", "hen 1", "told 2");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        restore(EMPTY.session(), file);

        for (String query : List.of(
                "select o::text from " + ODD + " o order by id",
                "select by_year::text, tableoid::regclass from by_year order by 1",
                "select * from hen, egg, told, echo order by 1, 2, 3, 4, 5, 6",
                "select * from calm order by 1",
                "select conrelid::regclass::text, conname, pg_get_constraintdef(oid) from pg_constraint where connamespace"
                        + " = 'public'::regnamespace order by 1, 2",
                "select tgname, tgenabled, pg_get_triggerdef(oid) from pg_trigger where not tgisinternal order by 1",
                "select version, checksum, success from flyway_schema_history order by 1",
                "select last_value, is_called from fresh")) {
            assertThat(EMPTY.client().sql(query).query().listOfRows().toString())
                    .as(query)
                    .isEqualTo(sql.sql(query).query().listOfRows().toString());
        }
        assertThat(EMPTY.client()
                        .sql("insert into " + ODD + " (half) values (1) returning id")
                        .query(Long.class)
                        .single())
                .isEqualTo(16);
        assertThat(EMPTY.client()
                        .sql("select nextval('fresh')")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(EMPTY.client()
                        .sql("select reltuples from pg_class where relname = 'told'")
                        .query(Long.class)
                        .single())
                .isEqualTo(2);

        assertThatThrownBy(() -> restore(EMPTY.session(), file))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageMatching(
                        "the database \\S+ is not empty: it holds Odd name, with ../.. in it with 4 rows, by_year with 3 rows,"
                                + " echo with 2 rows and 3 more; restore into an empty one, such as --data with a new folder");
        assertThatThrownBy(() -> new Backup(FULL.session(), "test").write(file, false))
                .isInstanceOf(BackupRefused.class)
                .hasMessage(file + ": is there already; name another file, or --force to replace it");
        new Backup(FULL.session(), "test").write(file, true);
        try (BackupFile again = BackupFile.open(file)) {
            assertThat(again.manifest().tables()).isEqualTo(manifest.tables());
        }
    }

    @Test
    @DisplayName(
            "a backup of an older schema is upgraded, also over newer tables without rows; one of a newer schema is refused")
    void versions() throws IOException {
        OLD.client().sql("insert into note values (1, 'old')").update();
        Path old = folder.resolve("old.zip");
        new Backup(OLD.session(), "test").write(old, false);

        assertThat(restore(UPGRADED.session(), old)).isEqualTo("002");
        assertThat(UPGRADED.client()
                        .sql("select text, day is null as dayless from note")
                        .query()
                        .singleRow())
                .containsEntry("text", "old")
                .containsEntry("dayless", true);
        UPGRADED.open(LATER_TRIAL).close();

        Path newer = folder.resolve("newer.zip");
        new Backup(NEWER.session(), "test").write(newer, false);
        refused(
                newer,
                "has schema version 002 and this program knows versions up to 001; use the newer program that made it");

        Path edited = folder.resolve("edited.zip");
        Zips.write(
                edited,
                Zips.told(Zips.entries(old), text -> text.replaceFirst("\"checksum\":-?[0-9]+", "\"checksum\":5")));
        refused(
                edited,
                "was not made by the migrations of this program: V001__remembers_notes.sql is another one here");
        assertThat(PLACE.client()
                        .sql("select count(*) from pg_class where relname = 'note'")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThatThrownBy(() -> new Backup(PLACE.session(), "test").write(folder.resolve("nothing.zip"), false))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageMatching("the database \\S+ holds nothing of Prorata; there is nothing to back up");
        assertThat(folder).isDirectoryNotContaining("glob:**nothing*");
    }

    @Test
    @DisplayName("what is not ours is not dropped, and a restore that is killed leaves the place as it was")
    void allOrNothing() throws Exception {
        Path old = folder.resolve("notes.zip");
        new Backup(OLD.session(), "test").write(old, false);
        TestDatabase place = TestDatabase.bare(TRIAL);
        place.beforeAll(null);
        try {
            place.client().sql("create table theirs (id integer)").update();
            assertThatThrownBy(() -> restore(place.session(), old))
                    .isInstanceOf(DatabaseUnavailable.class)
                    .hasMessageMatching(
                            "the database \\S+ also holds what is not Prorata's: table theirs; restore into a database of its own");
            assertThat(tables(place)).containsExactly("theirs");
            place.client().sql("drop table theirs").update();

            Process half = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            HalfRestore.class.getName(),
                            place.settings().jdbcUrl(),
                            place.settings().user(),
                            place.settings().password())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            assertThat(half.inputReader().lines().anyMatch(HalfRestore.WRITTEN::equals))
                    .isTrue();
            assertThatThrownBy(() -> restore(place.session(), old))
                    .isInstanceOf(DatabaseUnavailable.class)
                    .hasMessageMatching(
                            "a run or another restore is under way in the database \\S+; nothing is restored");
            half.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
            gone(place);
            assertThat(tables(place)).isEmpty();

            restore(place.session(), old);
            assertThat(tables(place)).containsExactly("flyway_schema_history", "note");
        } finally {
            place.afterAll(null);
        }
    }

    @Test
    @DisplayName("a backup that breaks off leaves no file, and the part of a killed one is no hindrance")
    void noHalfFile() throws IOException {
        Path file = folder.resolve("broken.zip");
        Files.writeString(folder.resolve("broken.zip.part"), "of a killed one");
        try (NewFile busy = NewFile.begin(file, false)) {
            assertThatThrownBy(() -> new Backup(OLD.session(), "test").write(file, false))
                    .isInstanceOf(BackupRefused.class)
                    .hasMessage(file + ".part: another backup is being written under this name; wait until it is done");
            Files.writeString(file, "came meanwhile");
            assertThatThrownBy(busy::keep).isInstanceOf(BackupRefused.class).hasMessageContaining("is there already");
        }
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
        assertThat(file).hasContent("came meanwhile");

        try (NewFile full = NewFile.begin(file, true)) {
            full.channel().close();
            assertThatThrownBy(full::keep).isInstanceOf(IOException.class);
        }
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
        assertThat(file).hasContent("came meanwhile");

        Path lost = folder.resolve("lost.zip");
        try (Snapshot snapshot = Snapshot.of(OLD.session())) {
            StoredTable note = snapshot.state().tables().get(0);
            OLD.client()
                    .sql("select pg_terminate_backend(pid) from pg_stat_activity where state = 'idle in transaction'"
                            + " and datname = current_database()")
                    .query()
                    .listOfRows();
            assertThatThrownBy(() -> snapshot.read(note, row -> {})).matches(Database::isGone);
        } catch (RuntimeException closing) {
            assertThat(Database.isGone(closing)).isTrue();
        }
        assertThat(lost).doesNotExist();
        assertThatThrownBy(() -> Backup.check(folder, false))
                .hasMessage(folder + ": is a folder; name the file to be written");
        assertThatThrownBy(() -> Backup.check(folder.resolve("no/x.zip"), false))
                .hasMessage(folder.resolve("no/x.zip") + ": there is no folder " + folder.resolve("no")
                        + "; create it or correct the name");
    }

    @Test
    @DisplayName("rows that are written after the first look are not in the backup")
    void oneMoment() throws IOException {
        OLD.client().sql("insert into note values (20, 'before')").update();
        try (Snapshot snapshot = Snapshot.of(OLD.session())) {
            OLD.client().sql("insert into note values (21, 'after')").update();
            StringBuilder text = new StringBuilder();
            snapshot.read(
                    snapshot.state().tables().get(0), row -> text.append(new String(row, StandardCharsets.UTF_8)));
            assertThat(text).contains("20\tbefore\n").doesNotContain("after");
        } finally {
            OLD.client().sql("delete from note where id >= 20").update();
        }
    }

    private void refused(Path file, String why) {
        assertThatThrownBy(() -> restore(PLACE.session(), file))
                .isInstanceOf(BackupRefused.class)
                .hasMessage(file + ": " + why);
    }

    static String restore(Session session, Path file) throws IOException {
        try (BackupFile backup = BackupFile.open(file)) {
            return new Restore(session, backup).run(true);
        }
    }

    private static List<String> tables(TestDatabase place) {
        return place.session()
                .client()
                .sql(
                        "select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'S')"
                                + " order by 1")
                .query(String.class)
                .list();
    }

    /** A killed command's connections take a moment to end. */
    private static void gone(TestDatabase place) throws InterruptedException {
        for (int i = 0;
                i < 200
                        && place.session()
                                        .client()
                                        .sql("select count(*) from pg_locks where locktype = 'advisory' and database ="
                                                + " (select oid from pg_database where datname = current_database())")
                                        .query(Long.class)
                                        .single()
                                > 0;
                i++) {
            Thread.sleep(50);
        }
    }
}
