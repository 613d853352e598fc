package org.prorata.book.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.prorata.book.schema.CanonicalTables;
import org.prorata.book.schema.Sheet;
import org.prorata.book.schema.Shipped;
import org.prorata.book.schema.Table;
import org.prorata.book.schema.Tables;
import org.prorata.book.schema.WorkbookErrors;

class TextCopyTest {

    private static final List<Sheet> LATE = Shipped.sheets().stream()
            .filter(s -> s.workbook().equals("late-payment"))
            .toList();

    private static final String GOOD = """
            # text twin of late-payment.xlsx
            sheets:
              interest:
                - {row: 5, name: any, clauses: [C-INTEREST, L-LATE], description: "Law: \\"three\\" times\\nthe rate", basis: multiple, series: legal-fr, multiple: 3.5, fixed_at_start: no, day_base: 365, reading: statute}
              floor: []
              recovery-fee: []
              formal-notice: []
            """;

    @Test
    @DisplayName("a twin written is the twin read")
    void aTwinWrittenIsTheTwinRead() {
        Tables tables = TextCopy.read("late-payment", GOOD, LATE);
        assertThat(TextCopy.write(tables, "late-payment")).isEqualTo(GOOD);
        assertThat(CanonicalTables.write(tables))
                .contains("description=Law: \"three\" times\\nthe rate\tbasis=multiple");
    }

    @Test
    @DisplayName("a long row has a line for each cell")
    void aLongRowHasALineForEachCell() {
        String longer = GOOD.replace("the rate", "the rate ".repeat(50).strip());
        String written = TextCopy.write(TextCopy.read("late-payment", longer, LATE), "late-payment");
        assertThat(written).contains("    - row: 5\n      name: any\n      clauses: [C-INTEREST, L-LATE]\n");
        assertThat(TextCopy.read("late-payment", written, LATE)).isEqualTo(TextCopy.read("late-payment", longer, LATE));
    }

    @Test
    @DisplayName("everything wrong is named with its line")
    void everythingWrongIsNamedWithItsLine() {
        String bad = """
                sheets:
                  interest:
                    - {row: 4, name: one}
                    - {row: 5, name: one, clauses: [C-INTEREST], basis: multiples, multiple: 3.125, fixed_at_start: oui, readng: law}
                  floor: []
                  recovery-fees: []
                  formal-notice: []
                """;
        assertThatThrownBy(() -> TextCopy.read("late-payment", bad, LATE))
                .isInstanceOf(WorkbookErrors.class)
                .hasMessage("""
                late-payment.yaml:6: "recovery-fees" is not known; interest, floor, recovery-fee or formal-notice (nearest: recovery-fee)
                late-payment.yaml:3 interest: row 4; a row number of 5 or more
                late-payment.yaml:4: "readng" is not known; row, name, clauses, description, valid_from, valid_to, terms, professional, public_buyer, basis, series, multiple, points, fixed_at_start, day_base, allocation, dispute, reading, source or last_checked (nearest: reading)
                late-payment.yaml:4 interest row 5 basis: "multiples"; multiple, plus_points, published, fixed or none (nearest: multiple)
                late-payment.yaml:4 interest row 5 multiple: "3.125"; a number with at most 2 digits after the point from 0 to 20
                late-payment.yaml:4 interest row 5 fixed_at_start: "oui"; yes or no (nearest: yes)
                late-payment.yaml:4 interest row 5 reading: reading is empty; required: contract, statute or interpretation
                late-payment.yaml: sheet recovery-fee is missing; its rows, or []""");
    }

    @Test
    @DisplayName("text that is not yaml is one clear line")
    void textThatIsNotYamlIsOneClearLine() {
        assertThatThrownBy(() -> TextCopy.read("late-payment", "sheets:\n  interest: [\n", LATE))
                .isInstanceOf(WorkbookErrors.class)
                .hasMessageStartingWith("late-payment.yaml:3: ")
                .hasMessageEndingWith("; valid YAML")
                .message()
                .doesNotContain("\n");
    }

    @Test
    @DisplayName("each shipped workbook has a twin of equal content and each twin a workbook")
    void eachShippedWorkbookHasATwinOfEqualContentAndEachTwinAWorkbook() throws IOException {
        Path folder = Path.of("spreadsheets");
        Set<String> workbooks = names(folder, ".xlsx");
        assertThat(workbooks).isNotEmpty().isEqualTo(names(folder, ".yaml"));
        for (String name : workbooks) {
            Tables workbook = Workbooks.read(folder.resolve(name + ".xlsx"), Shipped.sheets());
            String twin = Files.readString(folder.resolve(name + ".yaml"));
            assertThat(workbook).as(name).isEqualTo(TextCopy.read(name, twin, Shipped.sheets()));
            List<Table> helpers =
                    Helpers.read(name + ".xlsx", Files.readAllBytes(folder.resolve(name + ".xlsx")), Shipped.sheets());
            assertThat(helpers)
                    .as(name)
                    .hasSize(
                            workbook.all().stream()
                                            .anyMatch(table -> table.sheet().decides())
                                    ? 2
                                    : 0)
                    .isEqualTo(TextCopy.helpers(name, twin, Shipped.sheets()));
            assertThat(TextCopy.write(workbook, helpers, name))
                    .as(name + ".yaml")
                    .isEqualTo(twin);
        }
    }

    private static Set<String> names(Path folder, String kind) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(kind) && !name.startsWith("~$"))
                    .map(name -> name.substring(0, name.length() - kind.length()))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
