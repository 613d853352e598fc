package org.prorata.book.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.prorata.book.engine.RuleBook;
import org.prorata.book.engine.RuleBooks;
import org.prorata.cli.BookDecider;
import org.prorata.contract.document.CaseFile;
import org.prorata.contract.document.DossierReader;
import org.prorata.decision.explain.DecisionFields;

class GoldenCasesTest {

    private static final Path OWN = Path.of("src", "test", "resources", "cases");
    private static final Path PUBLISHED = Path.of(
            System.getProperty("prorata.cases", Path.of("..", "shared", "cases").toString()));

    private final BookDecider decider = new BookDecider(RuleBooks.of(RuleBook.shipped()));
    private final DossierReader reader = new DossierReader(decider.terms());
    private final CaseRunner runner = new CaseRunner(decider::decide);

    @TestFactory
    @DisplayName("every case holds with the shipped rules and tables")
    Stream<DynamicContainer> everyCaseHoldsWithTheShippedRulesAndTables() throws IOException {
        List<DynamicContainer> folders = new ArrayList<>();
        folders.add(DynamicContainer.dynamicContainer("own", tests(OWN)));
        for (Path published : List.of(PUBLISHED, PUBLISHED.resolveSibling(PUBLISHED.getFileName() + "-2"))) {
            if (Files.isDirectory(published)) {
                folders.add(DynamicContainer.dynamicContainer(
                        published.getFileName().toString(), tests(published)));
            } else {
                System.out.println("no published cases at " + published + ": skipped");
            }
        }
        return folders.stream();
    }

    @Test
    @DisplayName("every profile has own cases of every question about its prices and its end")
    void everyProfileHasOwnCasesOfEveryQuestionAboutItsPricesAndItsEnd() throws IOException {
        for (String profile : List.of("connelink", "scalingo", "sesame", "socialdirect", "standard", "teachup")) {
            try (Stream<Path> files = Files.list(OWN.resolve(profile))) {
                List<String> names =
                        files.map(file -> file.getFileName().toString()).toList();
                assertThat(List.of("bill", "revise", "terminate", "terms", "dates"))
                        .as(profile)
                        .allMatch(question -> names.stream().anyMatch(name -> name.startsWith(question + "-")));
            }
        }
    }

    private List<DynamicTest> tests(Path folder) throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
                String place = folder.relativize(file).toString();
                tests.add(DynamicTest.dynamicTest(place, file.toUri(), () -> holds(file)));
            }
        }
        assertThat(tests).as("cases in " + folder).isNotEmpty();
        return tests;
    }

    private void holds(Path file) throws IOException {
        CaseFile read = reader.readCase(file, DecisionFields.vocabulary());
        assertThat(runner.run(read).differences()).as(read.name()).isEmpty();
    }
}
