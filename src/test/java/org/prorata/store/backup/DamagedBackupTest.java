package org.prorata.store.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.fail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.prorata.store.base.TestDatabase;

/** The folder {@code errors/backup}: what each damaged or hostile backup must be told. */
class DamagedBackupTest {

    private static final String TRIAL = "classpath:db/trial-pairs";
    private static final Path GOLDEN = Path.of("src/test/resources/errors/backup");
    private static final int MANY = 20_000;

    @RegisterExtension
    static final TestDatabase FULL = new TestDatabase(TRIAL);

    @RegisterExtension
    static final TestDatabase PLACE = TestDatabase.bare(TRIAL);

    @TempDir
    static Path folder;

    private static Path good;

    /** Writes the bad file. */
    private interface Damage {
        void to(Path bad) throws IOException;
    }

    /** How a backup is damaged. */
    private record Damaged(String name, Damage damage) {
        @Override
        public String toString() {
            return name;
        }
    }

    @BeforeAll
    static void backup() throws IOException {
        FULL.client()
                .sql("insert into note select n, 'line ' || n from generate_series(1, 50) n")
                .update();
        FULL.client().sql("insert into answer (note, text) values (1, 'first')").update();
        good = folder.resolve("good.zip");
        new Backup(FULL.session(), "test").write(good, false);
        try (BackupFile whole = BackupFile.open(good)) {
            assertThat(whole.manifest().rows()).isEqualTo(51);
        }
    }

    static Stream<Damaged> damages() {
        return Stream.of(
                new Damaged("no-zip", bad -> Files.writeString(bad, "customer;amount\n".repeat(20))),
                new Damaged("empty", bad -> Files.write(bad, new byte[0])),
                new Damaged(
                        "cut-off",
                        bad -> Files.write(bad, Arrays.copyOf(Files.readAllBytes(good), (int) Files.size(good) - 1))),
                new Damaged("flipped-in-a-table", bad -> flip(bad, "tables/note.copy", 40)),
                new Damaged("flipped-in-the-manifest", bad -> flip(bad, "manifest.json", 120)),
                new Damaged("flipped-between", bad -> {
                    byte[] bytes = Files.readAllBytes(good);
                    // the time of the first entry
                    bytes[10] ^= 1;
                    Files.write(bad, bytes);
                }),
                new Damaged(
                        "missing-entry", bad -> Zips.write(bad, Zips.without(Zips.entries(good), "tables/note.copy"))),
                new Damaged(
                        "missing-manifest", bad -> Zips.write(bad, Zips.without(Zips.entries(good), "manifest.json"))),
                new Damaged(
                        "extra-entry",
                        bad -> Zips.write(bad, Zips.with(Zips.entries(good), "../../etc/\u001b[31mcron", new byte[3]))),
                new Damaged(
                        "no-manifest",
                        bad -> Zips.write(bad, Zips.with(Zips.entries(good), "manifest.json", "[1, {".getBytes()))),
                new Damaged(
                        "deep-manifest",
                        bad -> Zips.write(
                                bad,
                                Zips.with(
                                        Zips.entries(good),
                                        "manifest.json",
                                        "[".repeat(100_000).getBytes(StandardCharsets.UTF_8)))),
                new Damaged(
                        "huge-manifest",
                        bad -> Zips.write(bad, Zips.with(Zips.entries(good), "manifest.json", new byte[1 << 25]))),
                new Damaged(
                        "number-of-no-size",
                        bad -> Zips.write(
                                bad,
                                Zips.told(
                                        Zips.entries(good),
                                        text -> text.replaceFirst("\"rows\":50", "\"rows\":1e999999999")))),
                new Damaged(
                        "newer-format",
                        bad -> Zips.write(
                                bad,
                                Zips.told(
                                        Zips.entries(good),
                                        text -> text.replaceFirst("\"format\":1", "\"format\":2")))),
                new Damaged(
                        "words-for-a-terminal",
                        bad -> Zips.write(
                                bad,
                                Zips.told(
                                        Zips.entries(good),
                                        text -> text.replace("\"product\":\"test\"", "\"product\":\"\\u001b[2J\"")))),
                new Damaged(
                        "other-content",
                        bad -> Zips.write(
                                bad,
                                Zips.with(
                                        Zips.entries(good),
                                        "tables/note.copy",
                                        new String(Zips.entries(good).get("tables/note.copy"), StandardCharsets.UTF_8)
                                                .replace("line 7", "line 8")
                                                .getBytes(StandardCharsets.UTF_8)))),
                new Damaged(
                        "bomb",
                        bad -> Zips.write(bad, Zips.with(Zips.entries(good), "tables/note.copy", new byte[1 << 26]))),
                new Damaged(
                        "fewer-rows",
                        bad -> Zips.write(
                                bad, Zips.with(Zips.entries(good), "tables/note.copy", "1\tone\n".getBytes()))),
                new Damaged("many-entries", DamagedBackupTest::manyEntries),
                new Damaged("table-of-no-migration", bad -> Zips.write(bad, otherTable("../../../etc/passwd"))),
                new Damaged("table-of-the-system", bad -> Zips.write(bad, otherTable("pg_authid"))),
                new Damaged(
                        "table-not-told",
                        bad -> Zips.write(
                                bad,
                                Zips.without(
                                        Zips.told(
                                                Zips.entries(good),
                                                text -> text.replaceFirst("\\{\"name\":\"answer\".*?\"\\},", "")),
                                        "tables/answer.copy"))),
                new Damaged(
                        "other-columns",
                        bad -> Zips.write(
                                bad,
                                Zips.told(
                                        Zips.entries(good),
                                        text -> text.replace(
                                                "[\"id\",\"text\"]", "[\"id\",\"text); drop table note; --\"]")))),
                new Damaged(
                        "other-sequence",
                        bad -> Zips.write(
                                bad,
                                Zips.told(Zips.entries(good), text -> text.replace("answer_id_seq", "pg_catalog.x")))),
                new Damaged(
                        "row-that-is-none",
                        bad -> Zips.write(bad, Zips.rows(Zips.entries(good), "note", "1\tone\textra\n"))),
                new Damaged(
                        "rows-after-the-end",
                        bad -> Zips.write(bad, Zips.rows(Zips.entries(good), "note", "1\tone\n\\.\n2\ttwo\n"))),
                new Damaged(
                        "same-key-twice",
                        bad -> Zips.write(bad, Zips.rows(Zips.entries(good), "note", "1\tone\n1\ttwo\n"))),
                new Damaged(
                        "row-without-its-other",
                        bad -> Zips.write(bad, Zips.rows(Zips.entries(good), "note", "2\ttwo\n"))));
    }

    @ParameterizedTest
    @MethodSource("damages")
    @DisplayName("a bad backup is refused with exactly its golden line, and nothing is changed")
    void refused(Damaged damaged) throws IOException {
        Path bad = folder.resolve(damaged.name + ".zip");
        damaged.damage.to(bad);
        BackupRefused refused =
                catchThrowableOfType(BackupRefused.class, () -> BackupTest.restore(PLACE.session(), bad));
        assertThat(refused).as("%s is refused", damaged.name).isNotNull();
        String line = refused.getMessage().replace(bad.toString(), "backup.zip") + "\n";
        Path golden = GOLDEN.resolve(damaged.name + ".expected");
        if (Boolean.getBoolean("prorata.golden.write")) {
            Files.writeString(golden, line);
        }
        assertThat(line).isEqualTo(Files.readString(golden));
        assertThat(PLACE.client()
                        .sql("select count(*) from pg_class where relnamespace = 'public'::regnamespace")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    @DisplayName("any byte flipped, or any tail cut off, is noticed")
    void anyByte() throws IOException {
        byte[] bytes = Files.readAllBytes(good);
        Random random = new Random(7);
        Path bad = folder.resolve("any.zip");
        for (int i = 0; i < 600; i++) {
            byte[] changed = bytes.clone();
            int at = i < 100 ? bytes.length - 1 - i : random.nextInt(bytes.length);
            changed[at] ^= (byte) (1 << random.nextInt(8));
            noticed(bad, changed, "byte " + at);
            int length = random.nextInt(bytes.length);
            noticed(bad, Arrays.copyOf(bytes, length), "cut at " + length);
        }
    }

    @Test
    @DisplayName("each golden line has its damage")
    void catalogue() throws IOException {
        try (Stream<Path> files = Files.list(GOLDEN)) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".expected", "")))
                    .containsExactlyInAnyOrderElementsOf(
                            damages().map(Damaged::name).toList());
        }
    }

    private static void noticed(Path bad, byte[] bytes, String how) throws IOException {
        Files.write(bad, bytes);
        try (BackupFile unnoticed = BackupFile.open(bad)) {
            fail(how + " is not noticed: " + unnoticed.manifest());
        } catch (BackupRefused expected) {
            assertThat(expected).hasMessageStartingWith(bad.toString());
        }
    }

    /** Flips a byte of an entry's compressed content. */
    private static void flip(Path bad, String entry, int into) throws IOException {
        byte[] bytes = Files.readAllBytes(good);
        int name = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(entry);
        bytes[name + entry.length() + into] ^= 16;
        Files.write(bad, bytes);
    }

    private static Map<String, byte[]> otherTable(String name) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>(
                Zips.told(Zips.entries(good), text -> text.replace("\"name\":\"note\"", "\"name\":\"" + name + "\"")));
        entries.put("tables/" + name.replace("/", "%2F") + ".copy", entries.remove("tables/note.copy"));
        return entries;
    }

    private static void manyEntries(Path bad) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < MANY; i++) {
                zip.putNextEntry(new ZipEntry("" + i));
            }
            zip.setComment(Seal.open());
        }
        Files.write(bad, bytes.toByteArray());
        Zips.seal(bad);
    }
}
