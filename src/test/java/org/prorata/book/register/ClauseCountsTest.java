package org.prorata.book.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prorata.book.engine.RuleBook;

class ClauseCountsTest {

    private static final Path OWN = Path.of("src", "test", "resources", "cases");
    private static final Path PUBLISHED = Path.of(
            System.getProperty("prorata.cases", Path.of("..", "shared", "cases").toString()));

    /** Decided clauses that no case needs to show, each with its reason. */
    private static final Map<String, String> NOT_SHOWN = Map.of(
            "SC-VERSION", "what is decided so far is only whose law the terms are under, which no decision states");

    private final Register register = Register.of(RuleBook.shipped().source().tables());

    @Test
    @DisplayName("every decided clause is shown by a case")
    void everyDecidedClauseIsShownByACase() {
        CaseIndex cases = CaseIndex.of(
                Stream.of(OWN, PUBLISHED).filter(Files::isDirectory).toList());
        assertThat(register.entries().stream()
                        .filter(entry -> entry.decided())
                        .map(ClauseEntry::id)
                        .filter(id -> cases.showing(id).isEmpty()))
                .isSubsetOf(NOT_SHOWN.keySet());
        assertThat(NOT_SHOWN.keySet()).allSatisfy(register::entry);
    }

    @Test
    @DisplayName("a case names registered clauses only")
    void aCaseNamesRegisteredClausesOnly() {
        assertThat(CaseIndex.of(List.of(OWN)).clauses()).allSatisfy(register::entry);
    }

    @Test
    @DisplayName("clauses are counted once each and cases found below folders")
    void clausesAreCountedOnceEachAndCasesFoundBelowFolders(@TempDir Path folder) throws IOException {
        List<Totals> totals = Totals.of(register.entries());
        assertThat(totals)
                .allSatisfy(one -> assertThat(one.decided() + one.open() + one.notComputed())
                        .isEqualTo(one.clauses()));
        assertThat(totals.stream().mapToInt(Totals::clauses).sum())
                .isEqualTo(register.entries().size());
        Path file = Files.writeString(
                Files.createDirectories(folder.resolve("deeper")).resolve("a-fee.yaml"),
                "case: A fee is due\nclauses: [XX-FEE, XX-LATE]\n");
        assertThat(CaseIndex.of(List.of(folder)).showing("XX-LATE"))
                .containsExactly(new CaseIndex.IndexedCase(file, "deeper/a-fee", "A fee is due"));
        assertThat(CaseIndex.of(List.of(folder)).showing("XX-OTHER")).isEmpty();
        Files.writeString(file, "clauses: [XX-FEE");
        assertThatThrownBy(() -> CaseIndex.of(List.of(folder)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(file + ": is not valid YAML: ");
    }
}
