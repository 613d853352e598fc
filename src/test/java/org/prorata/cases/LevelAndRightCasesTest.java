package org.prorata.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.prorata.cli.BookDecider;
import org.prorata.dossier.CaseFile;
import org.prorata.dossier.DossierReader;
import org.prorata.engine.RuleBook;
import org.prorata.explain.DecisionFields;
import org.prorata.explain.Sentences;

class LevelAndRightCasesTest {

    private static final Path OWN = Path.of("src", "test", "resources", "cases");
    private static final Path PUBLISHED = Path.of(System.getProperty("prorata.cases", Path.of("..", "shared", "cases").toString()));
    private static final Pattern QUESTION = Pattern.compile("question: (service_level|rights)\\b");

    private final BookDecider decider = new BookDecider(RuleBook.shipped());
    private final DossierReader reader = new DossierReader(decider.terms());
    private final CaseRunner runner = new CaseRunner(decider::decide);

    @TestFactory
    Stream<DynamicTest> every_case_of_service_levels_and_rights_holds() throws IOException {
        List<Path> folders = Files.isDirectory(PUBLISHED) ? List.of(OWN, PUBLISHED) : List.of(OWN);
        List<DynamicTest> tests = new ArrayList<>();
        for (Path folder : folders) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
                    if (QUESTION.matcher(Files.readString(file)).find()) {
                        CaseFile read = reader.readCase(file, DecisionFields.vocabulary());
                        tests.add(DynamicTest.dynamicTest(folder.relativize(file) + ": " + read.name(), file.toUri(), () -> holds(read)));
                    }
                }
            }
        }
        assertThat(tests).hasSizeGreaterThan(100);
        return tests.stream();
    }

    /** The case holds, and every decision explains itself in both languages. */
    private void holds(CaseFile read) {
        assertThat(runner.run(read).differences()).isEmpty();
        for (String language : List.of("en", "fr")) {
            Sentences sentences = new Sentences(java.util.Locale.forLanguageTag(language));
            decider.decide(read.dossier(), read.ask()).forEach(decision ->
                    assertThat(DecisionFields.of(decision, sentences).get("because")).asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                            .isNotEmpty());
        }
    }
}
