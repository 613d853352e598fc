package org.prorata.book.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.prorata.book.engine.BookSource;
import org.prorata.book.engine.RuleBook;
import org.prorata.book.engine.RuleBooks;
import org.prorata.cli.BookDecider;
import org.prorata.contract.document.CaseFile;
import org.prorata.contract.document.DossierReader;
import org.prorata.decision.CannotDecide;
import org.prorata.decision.explain.DecisionFields;

/** Rules of this calculation as databases keep them from before types of the program had the names that they have today. */
@DisplayName("Rules that were stored before the program's types moved")
class StoredRulesTest {

    private static final Path STORED = Path.of("src/test/resources/old/rules-calculation-5.zip");
    private static final Path CASES = Path.of("src/test/resources/cases");

    private static BookSource source;
    private static RuleBook stored;
    private static RuleBook shipped;

    @BeforeAll
    static void compile() throws IOException {
        shipped = RuleBook.shipped();
        source = new BookSource(texts(), shipped.source().tables(), BookSource.CALCULATION);
        stored = RuleBook.compile(source);
    }

    private static SortedMap<String, String> texts() throws IOException {
        SortedMap<String, String> texts = new TreeMap<>();
        try (InputStream file = Files.newInputStream(STORED);
                ZipInputStream zip = new ZipInputStream(file)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                texts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return texts;
    }

    @Test
    @DisplayName("name types that are there no more, and stay the bytes and the book that they were")
    void stay() {
        assertThat(source.rules()).hasSize(19);
        assertThat(String.join("", source.rules().values()))
                .contains("import org.prorata.late.DueSlots\n", "import org.prorata.termination.EndSlot\n");
        assertThat(stored.source().rules()).isEqualTo(source.rules());
        assertThat(stored.version()).isNotEqualTo(shipped.version()).isEqualTo(source.version());
    }

    @Test
    @DisplayName("decide every case as the rules of today do")
    void decideTheSame() throws IOException {
        DossierReader reader = reader();
        List<Path> files = cases();
        assertThat(files).hasSizeGreaterThan(500);
        for (Path file : files) {
            CaseFile read = reader.readCase(file, DecisionFields.vocabulary());
            assertThat(decided(stored, read)).as("%s", file).isEqualTo(decided(shipped, read));
        }
    }

    private static DossierReader reader() {
        return new DossierReader(new BookDecider(RuleBooks.of(shipped)).terms());
    }

    private static List<Path> cases() throws IOException {
        try (Stream<Path> all = Files.walk(CASES)) {
            return all.filter(file -> file.toString().endsWith(".yaml")).toList();
        }
    }

    /** The decisions, or the sentence of the refusal. */
    private static Object decided(RuleBook book, CaseFile file) {
        try {
            return book.evaluator().decide(file.dossier(), file.ask());
        } catch (CannotDecide e) {
            return e.getMessage();
        }
    }

    @Test
    @DisplayName("are edited on: a book made of them with one file changed compiles with the names of today")
    void edited() throws IOException {
        SortedMap<String, String> changed = new TreeMap<>(source.rules());
        changed.merge("late-payment.drl", "\n// looked through\n", String::concat);
        RuleBook next = stored.with(new BookSource(changed, source.tables(), BookSource.CALCULATION));
        assertThat(next.version()).isNotEqualTo(stored.version());
        CaseFile read = reader().readCase(
                        cases().stream()
                                .filter(file -> file.getFileName().toString().startsWith("late-"))
                                .sorted()
                                .findFirst()
                                .orElseThrow(),
                        DecisionFields.vocabulary());
        assertThat(decided(next, read)).isEqualTo(decided(shipped, read));
    }
}
