package org.prorata.contract.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The customer's cases, which lie beside the project. */
class SharedCasesTest {

    private static final Path FOLDER = Path.of(
            System.getProperty("prorata.cases", Path.of("..", "shared", "cases").toString()));
    private static final KnownTerms TERMS = new KnownTerms(Map.of(
            "teachup-2022-05",
            false,
            "connelink-2022-01",
            false,
            "sesame",
            false,
            "scalingo-2022-09",
            false,
            "socialdirect-2024-10",
            false,
            "standard",
            true));

    @Test
    @DisplayName("every case of the customer is read, and written back as equal facts")
    void allAreRead() throws IOException {
        assumeTrue(Files.isDirectory(FOLDER), "no cases of the customer in " + FOLDER);
        DossierReader reader = new DossierReader(TERMS);
        List<Path> files;
        Path second = FOLDER.resolveSibling(FOLDER.getFileName() + "-2");
        try (Stream<Path> all =
                Stream.concat(Files.walk(FOLDER), Files.isDirectory(second) ? Files.walk(second) : Stream.empty())) {
            files = all.filter(f -> f.toString().endsWith(".yaml")).toList();
        }
        assertThat(files).isNotEmpty();
        for (Path file : files) {
            if (reader.readCase(file, FormatVocabulary.DECISIONS).expectError() != null) {
                continue;
            }
            DossierFile read = reader.readWithAsk(file);
            String text = DossierWriter.yaml(read.dossier(), read.ask().orElseThrow());
            assertThat(reader.read(file.toString(), text.getBytes(StandardCharsets.UTF_8)))
                    .as("%s", file)
                    .isEqualTo(read);
            CaseFile asCase = reader.readCase(file, FormatVocabulary.DECISIONS);
            assertThat(asCase.dossier()).isEqualTo(read.dossier());
        }
    }
}
