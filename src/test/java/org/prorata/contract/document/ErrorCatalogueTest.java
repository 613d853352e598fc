package org.prorata.contract.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The folder {@code errors}: minimal bad inputs, each beside all the lines that it must cause. */
class ErrorCatalogueTest {

    private static final Path FOLDER = Path.of("src/test/resources/errors");
    private static final KnownTerms TERMS = new KnownTerms(Map.of("teachup", false, "standard", true));

    private static final Map<String, Set<String>> DECISIONS = new TreeMap<>(Map.of(
            "charge",
            new TreeSet<>(Set.of("decision", "item", "amount")),
            "credit",
            new TreeSet<>(Set.of("decision", "item"))));

    static Stream<Path> dossiers() throws IOException {
        return inputs(FOLDER);
    }

    static Stream<Path> cases() throws IOException {
        return inputs(FOLDER.resolve("cases"));
    }

    @ParameterizedTest
    @MethodSource("dossiers")
    @DisplayName("a bad dossier is refused with exactly its golden lines")
    void badDossier(Path input) throws IOException {
        byte[] bytes = Files.readAllBytes(input);
        boolean asks = input.getFileName().toString().startsWith("missing-ask");
        compare(input, () -> {
            DossierReader reader = new DossierReader(TERMS);
            if (asks) {
                reader.readWithAsk(input.getFileName().toString(), bytes);
            } else {
                reader.read(input.getFileName().toString(), bytes);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("cases")
    @DisplayName("a bad case is refused with exactly its golden lines")
    void badCase(Path input) throws IOException {
        compare(input, () -> new DossierReader(TERMS).readCase(input, DECISIONS));
    }

    private static void compare(Path input, Runnable read) throws IOException {
        DossierErrors errors = catchThrowableOfType(DossierErrors.class, read::run);
        assertThat(errors).as("%s is refused", input).isNotNull();
        String lines = errors.problems().stream()
                .map(p -> p.toString().replace(FOLDER + "/cases/", "") + "  [" + p.code() + "]\n")
                .collect(Collectors.joining());
        Path golden = input.resolveSibling(input.getFileName().toString().replaceFirst("\\.\\w+$", ".expected"));
        if (Boolean.getBoolean("prorata.golden.write")) {
            Files.writeString(golden, lines);
        }
        assertThat(lines).isEqualTo(Files.readString(golden));
    }

    private static Stream<Path> inputs(Path folder) throws IOException {
        return Files.list(folder)
                .filter(f -> f.toString().endsWith(".yaml") || f.toString().endsWith(".json"))
                .sorted();
    }
}
