package org.prorata.app.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.prorata.contract.document.DossierErrors;
import org.prorata.contract.document.Problem;
import org.prorata.run.Told;
import org.prorata.store.base.TestDatabase;

/** The folder {@code errors/incoming}: minimal bad files, each beside all the lines that it must cause. */
class IncomingErrorsTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final String CONTRACT = """
            terms: standard
            contract:
              id: K-1
              start: 2026-01-01
              term_months: null
              billing: {every: month, timing: arrears}
              items: [{id: hours, kind: usage, price: 50.00, per: hour, from: 2026-01-01}]
            invoices: [{id: F-1, issued: 2026-01-01, amount: 100.00}]
            """;

    @BeforeAll
    static void told() {
        Told.dossiers(DATABASE.session(), CONTRACT);
    }

    static Stream<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/errors/incoming"))) {
            return files.filter(file -> file.toString().endsWith(".csv")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    @DisplayName("a bad file causes exactly its golden lines")
    void golden(Path file) throws IOException {
        String name = file.getFileName().toString();
        Feed feed = Feed.valueOf(name.substring(0, name.indexOf('-')).toUpperCase(Locale.ROOT));
        Path expected = file.resolveSibling(name.replace(".csv", ".expected"));
        String lines = lines(file, feed);
        if (Boolean.getBoolean("prorata.golden.write")) {
            Files.writeString(expected, lines);
        }
        assertThat(lines).isEqualTo(Files.readString(expected));
    }

    private static String lines(Path file, Feed feed) {
        try {
            Received received = new Incoming(DATABASE.session(), feed, LocalDate.of(2026, 6, 1)).check(file, null);
            return text(received.problems()) + received.stored() + " stored, " + received.known() + " known, "
                    + received.rejected() + " rejected\n";
        } catch (DossierErrors e) {
            return text(e.problems()) + "nothing stored\n";
        }
    }

    private static String text(List<Problem> problems) {
        return problems.stream()
                .map(problem -> new Problem(
                                Path.of(problem.file()).getFileName().toString(),
                                problem.line(),
                                problem.path(),
                                problem.message(),
                                problem.code())
                        + "\n")
                .collect(Collectors.joining());
    }
}
