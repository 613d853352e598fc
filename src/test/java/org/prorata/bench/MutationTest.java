package org.prorata.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.prorata.book.engine.BookSource;
import org.prorata.book.engine.RuleBook;
import org.prorata.book.engine.RuleBooks;
import org.prorata.book.register.RuleText;
import org.prorata.book.workbook.AddedRows;
import org.prorata.cli.BookDecider;
import org.prorata.contract.document.CaseFile;
import org.prorata.contract.document.DossierReader;
import org.prorata.decision.explain.DecisionFields;
import org.prorata.decision.policy.Row;

@DisplayName("Mutants")
class MutationTest {

    /** The same mutants every time, until rules or tables change. */
    private static final long SEED = 20261001L;

    /** The benchmark {@code bench mutation} tries them all; each changed rule costs a compilation of all. */
    private static final int SAMPLE = 50;

    private static final RuleBook BOOK = RuleBook.shipped();
    private static MutationRun run;

    @BeforeAll
    static void cases() throws IOException {
        DossierReader reader = new DossierReader(new BookDecider(RuleBooks.of(BOOK)).terms());
        try (Stream<Path> files = Files.walk(Path.of("src/test/resources/cases"))) {
            List<CaseFile> cases = files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .map(file -> reader.readCase(file, DecisionFields.vocabulary()))
                    .toList();
            run = new MutationRun(BOOK, cases);
        }
        for (String folder : List.of("sixth", "assumed")) {
            run = withRows(run, Path.of("src", "test", "resources", folder));
        }
    }

    private static MutationRun withRows(MutationRun run, Path folder) throws IOException {
        BookSource source = BOOK.source();
        RuleBook book = RuleBook.compile(new BookSource(
                source.rules(), AddedRows.to(source.tables(), folder.resolve("tables")), source.calculation()));
        DossierReader reader = new DossierReader(new BookDecider(RuleBooks.of(book)).terms());
        try (Stream<Path> files = Files.list(folder.resolve("cases"))) {
            return run.and(
                    book,
                    files.sorted()
                            .map(file -> reader.readCase(file, DecisionFields.vocabulary()))
                            .toList());
        }
    }

    @Test
    @DisplayName("of a sample are all noticed by a case")
    void sample() {
        assertThat(run.failing()).isEmpty();
        assertThat(run.sample(SAMPLE, SEED).survivors()).isEmpty();
    }

    @Test
    @DisplayName("leave out every rule once, move every comparison and change every value and key, but no note")
    void all() {
        BookSource source = BOOK.source();
        List<Mutant> all = Mutants.of(source);
        long rules = source.rules().values().stream()
                .flatMap(String::lines)
                .filter(line -> line.startsWith("rule "))
                .count();
        assertThat(all)
                .filteredOn(mutant -> mutant instanceof Mutant.DroppedRule)
                .hasSize((int) rules);
        // a comparison loses or gains its border, and each border moves both ways
        long borders = RuleText.of(source.rules()).stream()
                .flatMap(rule -> rule.comparisons().stream())
                .mapToLong(one -> one.operator().endsWith("=")
                                && one.operator().length() == 2
                                && "=!".indexOf(one.operator().charAt(0)) >= 0
                        ? 2
                        : 3)
                .sum();
        assertThat(all)
                .filteredOn(mutant -> mutant instanceof Mutant.ChangedComparison)
                .hasSize((int) borders);
        assertThat(all)
                .extracting(Mutant::shown)
                .doesNotHaveDuplicates()
                .contains(
                        "contract-terms!payment!7 days: 30 → 29",
                        "contract-terms!payment!7 days: 30 → 31",
                        "interest-rates!legal-fr!31 rate_pct: 3.71 → 3.72",
                        "contract-terms!notice-form!7 registered_letter_only: yes → no")
                .noneMatch(
                        line -> line.contains(" clauses: ") || line.contains(" reading: ") || line.contains(" name: "));
    }

    @Test
    @DisplayName("of keys answer as a book that is compiled afresh")
    void changedKeys() {
        Map<String, Mutant> all = new java.util.LinkedHashMap<>();
        Mutants.of(BOOK.source()).stream()
                .filter(mutant -> mutant instanceof Mutant.ChangedCell cell
                        && cell.row().sheet().equals("partial")
                        && cell.column().equals("terms"))
                .limit(1)
                .forEach(m -> all.put(m.shown(), m));
        assertThat(all).isNotEmpty().allSatisfy((shown, mutant) -> {
            BookSource changed = mutant.in(BOOK.source());
            RuleBook quick = BOOK.with(changed);
            RuleBook whole = RuleBook.compile(changed);
            assertThat(quick.version()).isEqualTo(whole.version()).isNotEqualTo(BOOK.version());
            assertThat(run.noticed(quick)).isEqualTo(run.noticed(whole));
        });
    }

    @Test
    @DisplayName("leave the book that they are made from as it was")
    void original() {
        Mutant mutant = Mutants.of(BOOK.source()).stream()
                .filter(one -> one.shown().startsWith("contract-terms!payment!7 days"))
                .findFirst()
                .orElseThrow();
        BookSource changed = mutant.in(BOOK.source());
        assertThat(days(changed)).isNotEqualTo(days(BOOK.source()));
        assertThat(run.noticed(BOOK.with(changed))).isNotEmpty();
        assertThat(run.noticed(BOOK)).isEmpty();
        assertThat(run.noticed(BOOK.with(changed).with(BOOK.source()))).isEmpty();
    }

    private static Integer days(BookSource source) {
        return source.tables().table("contract-terms!payment").rows().stream()
                .filter(row -> row.ref().row() == 7)
                .map((Row row) -> row.integer("days"))
                .findFirst()
                .orElseThrow();
    }
}
