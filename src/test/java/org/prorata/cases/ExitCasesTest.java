package org.prorata.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.prorata.cli.BookDecider;
import org.prorata.dossier.DossierReader;
import org.prorata.engine.RuleBook;
import org.prorata.explain.DecisionFields;

class ExitCasesTest {

    private static final BookDecider BOOK = new BookDecider(RuleBook.shipped());

    static List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(Path.of("src/test/resources/cases"))) {
            return all.filter(file -> file.getFileName().toString().matches("(revise|terminate|terms|dates)-.*\\.yaml"))
                    .sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    @DisplayName("a case of leaving, new prices, new terms or dates holds")
    void holds(Path file) throws IOException {
        CaseResult result = new CaseRunner(BOOK::decide).run(new DossierReader(BOOK.terms()).readCase(file,
                DecisionFields.vocabulary()));
        assertThat(result.differences()).isEmpty();
    }

    @Test
    @DisplayName("there are cases for every question and for every profile")
    void everyProfileHasCases() throws IOException {
        for (String profile : List.of("connelink", "scalingo", "sesame", "socialdirect", "standard", "teachup")) {
            for (String question : List.of("revise", "terminate", "terms", "dates")) {
                assertThat(files()).anyMatch(file -> file.getParent().endsWith(profile)
                        && file.getFileName().toString().startsWith(question));
            }
        }
    }
}
