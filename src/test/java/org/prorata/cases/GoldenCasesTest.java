package org.prorata.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.prorata.cli.BookDecider;
import org.prorata.contract.Ask;
import org.prorata.dossier.CaseFile;
import org.prorata.dossier.DossierReader;
import org.prorata.engine.RuleBook;
import org.prorata.engine.RuleBooks;
import org.prorata.explain.DecisionFields;

class GoldenCasesTest {

    private static final Path OWN = Path.of("src", "test", "resources", "cases");
    private static final Path PUBLISHED = Path.of(System.getProperty("prorata.cases", Path.of("..", "shared", "cases").toString()));

    /** Published cases may ask more than is answered yet; of these questions every case must hold. */
    private static final Pattern ANSWERED = Pattern.compile("question: (bill|late|service_level|rights)\\b");

    private final BookDecider decider = new BookDecider(RuleBooks.of(RuleBook.shipped()));
    private final DossierReader reader = new DossierReader(decider.terms());
    private final CaseRunner runner = new CaseRunner(decider::decide);

    @TestFactory
    Stream<DynamicContainer> every_case_holds_with_the_shipped_rules_and_tables() throws IOException {
        List<DynamicContainer> folders = new ArrayList<>();
        folders.add(DynamicContainer.dynamicContainer("own", tests(OWN)));
        if (Files.isDirectory(PUBLISHED)) {
            folders.add(DynamicContainer.dynamicContainer("published", tests(PUBLISHED)));
        } else {
            System.out.println("no published cases at " + PUBLISHED + ": skipped");
        }
        return folders.stream();
    }

    private List<DynamicTest> tests(Path folder) throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
                if (folder.equals(OWN) || ANSWERED.matcher(Files.readString(file)).find()) {
                    CaseFile read = reader.readCase(file, DecisionFields.vocabulary());
                    tests.add(DynamicTest.dynamicTest(folder.relativize(file) + ": " + read.name(), file.toUri(), () -> holds(read)));
                }
            }
        }
        assertThat(tests).as("cases in " + folder).isNotEmpty();
        return tests;
    }

    private void holds(CaseFile read) {
        List<String> differences = runner.run(read).differences();
        assumeFalse(read.ask() instanceof Ask.Late && differences.toString().contains("is not supported yet"));
        assertThat(differences).isEmpty();
    }
}
