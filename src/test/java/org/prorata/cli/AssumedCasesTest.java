package org.prorata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.prorata.book.cases.CaseRunner;
import org.prorata.book.engine.BookSource;
import org.prorata.book.engine.RuleBook;
import org.prorata.book.engine.RuleBooks;
import org.prorata.book.workbook.AddedRows;
import org.prorata.contract.document.CaseFile;
import org.prorata.contract.document.DossierReader;
import org.prorata.decision.explain.DecisionFields;

/** Values that a table offers and no shipped row has: assumed rows show what they do. */
@DisplayName("Values of tables that no shipped row has")
class AssumedCasesTest {

    private static final Path FOLDER = Path.of("src", "test", "resources", "assumed");
    private static final BookSource SHIPPED = RuleBook.shipped().source();
    private static final BookDecider DECIDER = new BookDecider(RuleBooks.of(RuleBook.compile(new BookSource(
            SHIPPED.rules(), AddedRows.to(SHIPPED.tables(), FOLDER.resolve("tables")), SHIPPED.calculation()))));

    static Stream<CaseFile> cases() throws IOException {
        DossierReader reader = new DossierReader(DECIDER.terms());
        try (Stream<Path> files = Files.list(FOLDER.resolve("cases"))) {
            return files.sorted().map(file -> reader.readCase(file, DecisionFields.vocabulary())).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    @DisplayName("decide as their cases say")
    void holds(CaseFile one) {
        assertThat(new CaseRunner(DECIDER::decide).run(one).differences()).isEmpty();
    }
}
