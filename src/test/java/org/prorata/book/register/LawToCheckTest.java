package org.prorata.book.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.prorata.book.schema.Shipped;
import org.prorata.book.schema.Table;
import org.prorata.book.schema.Tables;
import org.prorata.book.workbook.Workbooks;
import org.prorata.decision.policy.Row;

/** The list of the rows of law that say no first day; {@code -Dprorata.regenerate=true} writes it anew. */
class LawToCheckTest {

    private static final Path FILE = Path.of("docs", "law-to-check.md");
    private static final String HEAD = "|---|---|---|---|\n";

    @Test
    @DisplayName("every row of law without a first day is listed")
    void everyRowOfLawWithoutAFirstDayIsListed() throws IOException {
        String written = Files.readString(FILE);
        String before = written.substring(0, written.indexOf(HEAD) + HEAD.length());
        String list = before + undated(Workbooks.read(Path.of("spreadsheets"), Shipped.sheets()));
        if (Boolean.getBoolean("prorata.regenerate")) {
            Files.writeString(FILE, list);
        }
        assertThat(Files.readString(FILE)).isEqualTo(list);
    }

    @Test
    @DisplayName("every row of law names document and article")
    void everyRowOfLawNamesDocumentAndArticle() throws IOException {
        Tables tables = Workbooks.read(Path.of("spreadsheets"), Shipped.sheets());
        assertThat(tables.all().stream()
                        .filter(table -> table.sheet().policy())
                        .flatMap(table -> table.rows().stream())
                        .filter(LawToCheckTest::law))
                .isNotEmpty()
                .allSatisfy(row ->
                        assertThat(row.text("source")).as(row.ref().citation()).isNotBlank());
    }

    private static String undated(Tables tables) {
        return tables.all().stream()
                .filter(table -> table.sheet().policy())
                .flatMap(LawToCheckTest::lines)
                .collect(Collectors.joining());
    }

    private static java.util.stream.Stream<String> lines(Table table) {
        return table.rows().stream()
                .filter(row -> law(row) && row.date("valid_from") == null)
                .map(row -> "| " + table.sheet().id() + " " + row.text("name") + " | "
                        + String.join(", ", row.ref().clauses()) + " | " + row.text("source") + " | "
                        + row.text("description") + " |\n");
    }

    private static boolean law(Row row) {
        return "statute".equals(row.text("reading"));
    }
}
