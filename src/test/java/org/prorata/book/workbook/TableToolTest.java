package org.prorata.book.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableToolTest {

    private static final String TWIN = """
            # text twin of vat.xlsx
            sheets:
              rates: []
              eu-members:
                - {row: 5, name: france, clauses: [C-VAT], country: FR, reading: statute}
            """;

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    @DisplayName("a twin becomes a workbook and the workbook the same twin")
    void aTwinBecomesAWorkbookAndTheWorkbookTheSameTwin() throws IOException {
        Files.writeString(folder.resolve("vat.yaml"), TWIN);
        assertThat(run("twins-to-workbooks", folder.toString())).isZero();
        Files.delete(folder.resolve("vat.yaml"));
        assertThat(run("workbooks-to-twins", folder.toString())).isZero();
        assertThat(folder.resolve("vat.yaml")).hasContent(TWIN);
        assertThat(out).hasToString("vat.xlsx%nvat.yaml%n".formatted());
    }

    @Test
    @DisplayName("the errors of all files come together and nothing is written")
    void theErrorsOfAllFilesComeTogetherAndNothingIsWritten() throws IOException {
        Files.writeString(folder.resolve("vat.yaml"), TWIN.replace("C-VAT", "vat"));
        Files.writeString(folder.resolve("vatt.yaml"), TWIN);
        assertThat(run("twins-to-workbooks", folder.toString())).isEqualTo(2);
        assertThat(err.toString()).startsWith("""
                vat.yaml:5 eu-members row 5 clauses: "vat"; clause ids such as C-DATE, separated by commas
                vatt.yaml: no workbook of that name is known; contract-terms, """);
        assertThat(folder.resolve("vat.xlsx")).doesNotExist();
    }

    @Test
    @DisplayName("anything else shows the usage")
    void anythingElseShowsTheUsage() throws IOException {
        assertThat(run("twins", folder.toString())).isEqualTo(2);
        assertThat(err).hasToString("usage: twins-to-workbooks DIR | workbooks-to-twins DIR%n".formatted());
    }

    private int run(String... args) throws IOException {
        return TableTool.run(args, new PrintStream(out, true), new PrintStream(err, true));
    }
}
