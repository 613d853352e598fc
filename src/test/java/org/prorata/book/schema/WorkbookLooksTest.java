package org.prorata.book.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellCopyPolicy;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.prorata.book.workbook.HelpText;
import org.prorata.book.workbook.Helpers;
import org.prorata.book.workbook.WorkbookWriter;
import org.prorata.book.workbook.Workbooks;

/** What a written workbook gives to the people who edit it. */
class WorkbookLooksTest {

    private static final Tables TABLES = shipped();
    private static final Map<String, XSSFWorkbook> BOOKS = new HashMap<>();

    static Stream<Sheet> sheets() {
        return Shipped.sheets().stream();
    }

    private static Tables shipped() {
        try {
            return Workbooks.read(Path.of("spreadsheets"), Shipped.sheets());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Read once for all tests that only look. */
    private static XSSFWorkbook book(String workbook) {
        return BOOKS.computeIfAbsent(workbook, WorkbookLooksTest::written);
    }

    private static XSSFWorkbook written(String workbook) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            WorkbookWriter.write(TABLES, Helpers.shipped(), workbook, WorkbookWriter.LANGUAGES, out);
            return new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    @DisplayName("every sheet and column is explained in french and nothing else is")
    void everySheetAndColumnIsExplainedInFrenchAndNothingElseIs() throws IOException {
        Set<String> columns = new HashSet<>();
        Set<String> wanted = new TreeSet<>();
        for (Sheet sheet : Shipped.sheets()) {
            wanted.add("sheet." + sheet.workbook() + "." + sheet.name());
            wanted.add("purpose." + sheet.workbook() + "." + sheet.name());
            sheet.columns().forEach(column -> columns.add(sheet.workbook() + "." + sheet.name() + "." + column.name()));
        }
        Set<String> french = keys("fr");
        assertThat(french.stream().filter(key -> key.startsWith("sheet.") || key.startsWith("purpose.")))
                .containsExactlyInAnyOrderElementsOf(wanted);
        assertThat(keys("en").stream().filter(key -> key.startsWith("purpose.")))
                .containsExactlyInAnyOrderElementsOf(wanted.stream()
                        .filter(key -> key.startsWith("purpose."))
                        .toList());
        assertThat(columns)
                .allMatch(column -> french.contains("column." + column)
                        || french.contains("column." + column.substring(column.lastIndexOf('.') + 1)));
        assertThat(french.stream().filter(key -> key.startsWith("column.")))
                .allMatch(key -> columns.stream()
                        .anyMatch(column -> key.equals("column." + column)
                                || key.equals("column." + column.substring(column.lastIndexOf('.') + 1))));
        Set<String> both = new TreeSet<>(french);
        both.removeIf(key -> key.startsWith("column.") || key.startsWith("sheet."));
        assertThat(keys("en")).isEqualTo(both);
    }

    private static Set<String> keys(String language) throws IOException {
        Properties properties = new Properties();
        try (var in = Files.newBufferedReader(Path.of("src/main/resources/workbooks_" + language + ".properties"))) {
            properties.load(in);
        }
        assertThat(properties.values()).noneMatch(value -> value.toString().isBlank());
        return new TreeSet<>(properties.stringPropertyNames());
    }

    @ParameterizedTest
    @DisplayName("headers explain themselves and are locked and rows are free")
    @MethodSource("sheets")
    void headersExplainThemselvesAndAreLockedAndRowsAreFree(Sheet sheet) {
        XSSFWorkbook book = book(sheet.workbook());
        XSSFSheet written = book.getSheet(sheet.name());
        for (int i = 0; i < sheet.columns().size(); i++) {
            Column column = sheet.columns().get(i);
            XSSFCell header = written.getRow(3).getCell(i);
            assertThat(header.getStringCellValue()).isEqualTo(column.name());
            assertThat(header.getCellComment().getString().getString())
                    .contains(column.help() + ".", "\n\n")
                    .containsAnyOf("Required: ", "May be empty; else ", "Required with ")
                    .containsAnyOf("Obligatoire : ", "Peut rester vide ; sinon ", "Obligatoire avec ");
            assertThat(written.getRow(2).getCell(i).getStringCellValue()).contains("\n");
            for (int row = 0; row < 4; row++) {
                assertThat(locked(written.getRow(row), i))
                        .as(sheet.id() + " row " + (row + 1))
                        .isTrue();
            }
            assertThat(written.getColumnStyle(i).getLocked()).isFalse();
            assertThat(written.getColumnWidth(i) / 256).isBetween(column.name().length() + 5, 50);
            assertThat(List.of(header, written.getRow(2).getCell(i)))
                    .allSatisfy(cell -> assertThat(cell.getCellStyle().getIndention())
                            .as("keeps clear of its neighbour")
                            .isEqualTo((short) 1));
        }
        assertThat(written.getColumnStyle(sheet.columns().size() + 3).getLocked())
                .as("beside the data")
                .isFalse();
        for (int row = 4; row <= written.getLastRowNum(); row++) {
            written.getRow(row)
                    .forEach(cell -> assertThat(cell.getCellStyle().getLocked()).isFalse());
        }
        assertThat(written.getProtect()).isTrue();
        assertThat(List.of(
                        written.isInsertRowsLocked(),
                        written.isDeleteRowsLocked(),
                        written.isSortLocked(),
                        written.isAutoFilterLocked(),
                        written.isFormatCellsLocked(),
                        written.isFormatColumnsLocked(),
                        written.isFormatRowsLocked()))
                .containsOnly(false);
        assertThat(written.getCTWorksheet().getSheetProtection().xmlText()).doesNotContain("password", "hashValue");
        assertThat(written.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 4);
        assertThat(written.getPaneInformation().getVerticalSplitPosition()).isEqualTo((short) (sheet.series() ? 2 : 1));
        assertThat(written.getCTWorksheet().getAutoFilter().getRef()).startsWith("A4:");
        assertThat(written.getPrintSetup().getLandscape()).isTrue();
        assertThat(written.getFitToPage()).isTrue();
        assertThat(written.getRepeatingRows().formatAsString()).isEqualTo("4:4");
    }

    @ParameterizedTest
    @DisplayName("every text has the room that it needs")
    @MethodSource("sheets")
    void everyTextHasTheRoomThatItNeeds(Sheet sheet) {
        XSSFSheet written = book(sheet.workbook()).getSheet(sheet.name());
        int width = 0;
        for (int i = 0; i < sheet.columns().size(); i++) {
            int letters = written.getColumnWidth(i) / 256 - 2;
            width += letters;
            XSSFCell help = written.getRow(2).getCell(i);
            assertThat(help.getStringCellValue())
                    .as("explained whole")
                    .isEqualTo(new HelpText(WorkbookWriter.LANGUAGES, any -> false)
                            .help(sheet, sheet.columns().get(i)));
            fits(help, letters * 3 / 2, 11);
            for (int row = 4; row <= written.getLastRowNum(); row++) {
                XSSFCell cell = written.getRow(row).getCell(i);
                if (cell.getCellType() == CellType.STRING) {
                    fits(cell, cell.getCellStyle().getWrapText() ? letters * 12 / 10 : letters, 15);
                    assertThat(written.getRow(row).getCTRow().getCustomHeight())
                            .as("grows with its texts")
                            .isFalse();
                }
            }
        }
        XSSFCell title = written.getRow(0).getCell(0);
        assertThat(title.getCellStyle().getWrapText()).isTrue();
        fits(title, width, 18);
        fits(written.getRow(1).getCell(0), Math.min(width, 150) * 5 / 4, 13);
    }

    /** At least as many lines as the letters fill, each so many points high. */
    private static void fits(XSSFCell cell, int letters, int points) {
        int lines = cell.getStringCellValue()
                .lines()
                .mapToInt(line -> (line.length() + letters - 1) / letters)
                .sum();
        assertThat(cell.getRow().getHeightInPoints())
                .as("%s: %s", cell.getAddress(), cell.getStringCellValue())
                .isGreaterThanOrEqualTo(lines * points);
    }

    private static boolean locked(XSSFRow row, int column) {
        XSSFCell cell = row.getCell(column);
        return cell == null
                ? row.getRowStyle().getLocked()
                : cell.getCellStyle().getLocked();
    }

    @Test
    @DisplayName("cells accept what their columns allow in a thousand rows more")
    void cellsAcceptWhatTheirColumnsAllowInAThousandRowsMore() {
        XSSFWorkbook book = book("service-level");
        assertThat(validations(book.getSheet("bands")))
                .containsExactly(
                        "C5:C1010 text length ≤ 2000 or stop: Allowed: text of at most 2000 characters / Valeur permise : un texte de 2000 caractères au plus",
                        "D5:D1010 date 61 to 109574 or stop: Allowed: a date such as 2026-01-31 / Valeur permise : une date, comme 2026-01-31",
                        "E5:E1010 date 61 to 109574 or stop: Allowed: a date such as 2026-01-31 / Valeur permise : une date, comme 2026-01-31",
                        "F5:F1010 list lists!$A$1:$A$6 or warning: terms are not in contract-terms!profiles. Keep them all the same?"
                                + " / terms n'est pas dans contract-terms!profiles. Garder quand même ?",
                        "G5:G1010 decimal 0.00 to 1.00 or stop: Allowed: a number with at most 4 digits after the point from 0 % to 100 %"
                                + " / Valeur permise : un nombre, 4 chiffres au plus après la virgule de 0 % à 100 %",
                        "H5:H1010 list \"yes,no\" or stop: Allowed: yes or no / Valeur permise : yes (oui) ou no (non)",
                        "I5:I1010 decimal 0 to 20 or stop: Allowed: a number with at most 2 digits after the point from 0 to 20"
                                + " / Valeur permise : un nombre, 2 chiffres au plus après la virgule de 0 à 20",
                        "J5:J1010 decimal 0.00 to 1.00 or stop: Allowed: a number with at most 2 digits after the point from 0 % to 100 %"
                                + " / Valeur permise : un nombre, 2 chiffres au plus après la virgule de 0 % à 100 %",
                        "K5:K1010 list \"contract,statute,interpretation\" or stop: Allowed: contract, statute or interpretation"
                                + " / Valeur permise : contract, statute ou interpretation",
                        "L5:L1010 text length ≤ 2000 or stop: Allowed: text of at most 2000 characters / Valeur permise : un texte de 2000 caractères au plus",
                        "M5:M1010 date 61 to 109574 or stop: Allowed: a date such as 2026-01-31 / Valeur permise : une date, comme 2026-01-31");
        assertThat(book.getSheet("lists").getRow(0).getCell(0).getStringCellValue())
                .isEqualTo("standard");
        assertThat(book.isSheetHidden(book.getSheetIndex("lists"))).isTrue();
        book = book("vat");
        assertThat(validations(book.getSheet("eu-members")))
                .anyMatch(line -> line.startsWith("F5:F") && line.contains(" list lists!$"));
    }

    private static List<String> validations(XSSFSheet sheet) {
        List<String> lines = new ArrayList<>();
        for (DataValidation validation : sheet.getDataValidations()) {
            var constraint = validation.getValidationConstraint();
            String kind = switch (constraint.getValidationType()) {
                case 1 -> "whole";
                case 2 -> "decimal";
                case 3 -> "list";
                case 4 -> "date";
                case 6 -> "text length ≤";
                default -> "?";
            };
            assertThat(validation.getShowErrorBox()).isTrue();
            lines.add(validation.getRegions().getCellRangeAddress(0).formatAsString() + " " + kind + " "
                    + constraint.getFormula1()
                    + (constraint.getFormula2() == null || constraint.getValidationType() == 6
                            ? ""
                            : " to " + constraint.getFormula2())
                    + (validation.getErrorStyle() == 0 ? " or stop: " : " or warning: ")
                    + validation.getErrorBoxText());
        }
        return lines;
    }

    @Test
    @DisplayName("days are days and percentages percentages and figures stand digit by digit")
    void daysAreDaysAndPercentagesPercentagesAndFiguresStandDigitByDigit() {
        XSSFWorkbook book = book("service-level");
        XSSFRow row = book.getSheet("bands").getRow(6);
        assertThat(look(row.getCell(6))).isEqualTo("0.9999 as 0.00## %");
        assertThat(look(row.getCell(9))).isEqualTo("0.05 as 0.00 %");
        assertThat(look(row.getCell(12))).isEqualTo("46327.0 as yyyy-mm-dd");
        book = book("indices");
        assertThat(look(book.getSheet("links").getRow(4).getCell(8))).isEqualTo("0.97975 as 0.00###");
    }

    private static String look(XSSFCell cell) {
        assertThat(cell.getCellType()).isEqualTo(CellType.NUMERIC);
        return cell.getRawValue() + " as " + cell.getCellStyle().getDataFormatString();
    }

    @Test
    @DisplayName("a comment says meaning unit and what is allowed in both languages")
    void aCommentSaysMeaningUnitAndWhatIsAllowedInBothLanguages() {
        XSSFWorkbook book = book("service-level");
        assertThat(book.getSheet("bands")
                        .getRow(3)
                        .getCell(6)
                        .getCellComment()
                        .getString()
                        .getString())
                .isEqualTo("""
                Availability below this bound, in per cent.
                Unit: per cent, typed 5 or 5 %.
                Required: a number with at most 4 digits after the point from 0 % to 100 %.

                Disponibilité sous cette borne, en pour cent.
                Unité : pour cent, tapé 5 ou 5 %.
                Obligatoire : un nombre, 4 chiffres au plus après la virgule de 0 % à 100 %.""");
        assertThat(book.getSheet("bands").getRow(1).getCell(0).getStringCellValue())
                .contains(
                        "Units: per cent, typed 5 or 5 %.",
                        "Unités : pour cent, tapé 5 ou 5 %.", "Les paliers de disponibilité et leur avoir");
    }

    @Test
    @DisplayName("one language may be left out")
    void oneLanguageMayBeLeftOut() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        WorkbookWriter.write(TABLES, List.of(), "vat", List.of("fr"), out);
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            assertThat(book.getSheet("rates").getRow(0).getCell(0).getStringCellValue())
                    .isEqualTo("Taxe sur ce qui est vendu");
            assertThat(book.getSheet("rates").getRow(1).getCell(0).getStringCellValue())
                    .doesNotContain("Each row");
        }
        assertThat(Workbooks.read("vat.xlsx", out.toByteArray(), Shipped.sheets())
                        .all())
                .hasSize(2);
    }

    @Test
    @DisplayName("the first sheet says how to go on and leads to the others")
    void theFirstSheetSaysHowToGoOnAndLeadsToTheOthers() {
        XSSFWorkbook book = book("late-payment");
        XSSFSheet about = book.getSheetAt(0);
        List<String> said = new ArrayList<>();
        about.forEach(row -> said.add(row.getCell(0).getStringCellValue()));
        assertThat(said)
                .contains(
                        "Read me: late-payment",
                        "Lisez-moi : late-payment",
                        "prorata tables check late-payment.xlsx",
                        "prorata tables test late-payment.xlsx",
                        "prorata tables diff <A> <B>",
                        "prorata tables propose");
        assertThat(about.getHyperlinkList())
                .extracting(link -> link.getLocation())
                .contains("'interest'!A5", "'tests'!A5");
    }

    @Test
    @DisplayName("the sheets that help are no part of the tables but hold no formula")
    void theSheetsThatHelpAreNoPartOfTheTablesButHoldNoFormula() throws IOException {
        XSSFWorkbook book = written("vat");
        book.removeSheetAt(book.getSheetIndex("About"));
        book.getSheet("tests").createRow(4).createCell(0).setCellValue("Any text !");
        assertThat(Workbooks.read("vat.xlsx", bytes(book), Shipped.sheets()).table("vat!rates"))
                .isEqualTo(TABLES.table("vat!rates"));
        book.getSheet("tests").getRow(4).createCell(1).setCellFormula("1+1");
        Cell listed = book.getSheet("lists").getRow(0).getCell(0);
        listed.setCellFormula("WEBSERVICE(\"about:blank\")");
        byte[] formulas = bytes(book);
        assertThatThrownBy(() -> Workbooks.read("vat.xlsx", formulas, Shipped.sheets()))
                .hasMessage("""
                vat!tests!B5: a formula; a typed value, as formulas are not computed here
                vat!lists!A1: a formula; a typed value, as formulas are not computed here""");
    }

    @Test
    @DisplayName("looks comments and the order of columns change no value")
    void looksCommentsAndTheOrderOfColumnsChangeNoValue() throws IOException {
        XSSFWorkbook book = written("vat");
        XSSFSheet rates = book.getSheet("rates");
        rates.setColumnWidth(0, 5_000);
        rates.getRow(3).getCell(0).removeCellComment();
        rates.getRow(4).getCell(0).getCellStyle().setFillForegroundColor((short) 13);
        rates.getRow(0).getCell(0).setCellValue("Our taxes");
        int rate = Shipped.sheets().stream()
                .filter(sheet -> sheet.id().equals("vat!rates"))
                .findFirst()
                .orElseThrow()
                .columns()
                .stream()
                .map(Column::name)
                .toList()
                .indexOf("rate_pct");
        rates.getRow(4)
                .getCell(rate)
                .getCellStyle()
                .setDataFormat(book.createDataFormat().getFormat("0.0%"));
        int last = rates.getRow(3).getLastCellNum() - 1;
        for (int row = 3; row <= rates.getLastRowNum(); row++) {
            XSSFCell from = rates.getRow(row).getCell(last);
            rates.getRow(row).createCell(last + 4).copyCellFrom(from, new CellCopyPolicy());
            rates.getRow(row).removeCell(from);
        }
        assertThat(CanonicalTables.write(Workbooks.read("vat.xlsx", bytes(book), Shipped.sheets())))
                .isEqualTo(CanonicalTables.write(Workbooks.read("vat.xlsx", bytes(written("vat")), Shipped.sheets())));
    }

    private static byte[] bytes(XSSFWorkbook book) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        book.write(out);
        return out.toByteArray();
    }
}
