package org.prorata.book.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbookType;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prorata.book.schema.Column;
import org.prorata.book.schema.Sheet;
import org.prorata.book.schema.Tables;
import org.prorata.book.schema.WorkbookErrors;

class WorkbooksTest {

    private static final Sheet TARIFF = Sheet.policy(
            "tariff",
            "prices",
            "What things cost",
            Column.key("plan", "Plan", "yearly", "monthly"),
            Column.integer("days", "Days", 0, 365),
            Column.decimal("rate_pct", "Per cent", 2, "0", "100"),
            Column.decimal("amount", "Euros", 2, "0", "1000"),
            Column.yesNo("due", "Whether it is due"),
            Column.list("base", "Days of a year", "365", "actual"));
    private static final Sheet INDEX =
            Sheet.series("tariff", "index", "An index", Column.decimal("value", "Points", 1, "0", "999"));
    private static final List<Sheet> SHEETS = List.of(TARIFF, INDEX);
    private static final String GOOD = """
            sheets:
              prices:
                - {row: 5, name: first, clauses: [C-DATE], plan: yearly, days: 30, rate_pct: 8.15, amount: 40, due: yes, base: 365, reading: contract}
                - {row: 6, name: second, clauses: [C-DATE, TU-LATE], valid_from: 2024-01-01, valid_to: 2024-12-31, due: no, reading: statute, source: "=SUM(A1) is only text"}
              index:
                - {row: 5, from: 2024-01-01, to: 2024-01-31, value: 100, status: published}
                - {row: 6, from: 2024-02-01, value: 100.5, status: derived}
            """;
    private static final Tables TABLES = TextCopy.read("tariff", GOOD, SHEETS);

    @Test
    @DisplayName("a workbook written is the workbook read")
    void aWorkbookWrittenIsTheWorkbookRead() throws IOException {
        assertThat(read(book -> {})).isEqualTo(TABLES);
    }

    @Test
    @DisplayName("the same tables give the same bytes")
    void theSameTablesGiveTheSameBytes() throws IOException {
        ByteArrayOutputStream one = new ByteArrayOutputStream();
        ByteArrayOutputStream two = new ByteArrayOutputStream();
        WorkbookWriter.write(TABLES, "tariff", one);
        WorkbookWriter.write(TABLES, "tariff", two);
        assertThat(two.toByteArray()).isEqualTo(one.toByteArray());
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(one.toByteArray()))) {
            for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                assertThat(part.getTimeLocal()).isEqualTo(LocalDateTime.of(1980, 1, 1, 0, 0));
                if (part.getName().startsWith("docProps/")) {
                    assertThat(new String(zip.readAllBytes(), StandardCharsets.UTF_8))
                            .doesNotContain(LocalDate.now().getYear() + "-");
                }
            }
        }
    }

    @Test
    @DisplayName("text that begins with a sign is never a formula")
    void textThatBeginsWithASignIsNeverAFormula() throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(bytes(b -> {}, false)))) {
            Cell cell = cell(book.getSheet("prices"), "source", 6);
            assertThat(cell.getCellType()).hasToString("STRING");
            assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
        }
    }

    @Test
    @DisplayName("a cell that shows per cent means that many per cent")
    void aCellThatShowsPerCentMeansThatManyPerCent() throws IOException {
        Tables read = read(book -> {
            number(book, "rate_pct", 5, 0.2, "0 %");
            number(book, "rate_pct", 6, 20, "0.00\" %\"");
        });
        assertThat(read.table("tariff!prices").rows())
                .extracting(row -> row.decimal("rate_pct"))
                .containsExactly(new BigDecimal("20"), new BigDecimal("20"));
    }

    @Test
    @DisplayName("numbers are the decimals that were meant")
    void numbersAreTheDecimalsThatWereMeant() throws IOException {
        Tables read = read(book -> {
            number(book, "rate_pct", 5, 0.1 + 0.2, "General");
            number(book, "rate_pct", 6, 0.07, "0%");
            number(book, "amount", 5, 1234.5 - 1000, "#,##0");
            text(book, "amount", 6, "12,50");
        });
        assertThat(read.table("tariff!prices").rows())
                .extracting(row -> row.decimal("rate_pct") + " " + row.decimal("amount"))
                .containsExactly("0.3 234.5", "7 12.5");
    }

    @Test
    @DisplayName("dates may be real dates or text that means one day and columns may be moved")
    void datesMayBeRealDatesOrTextThatMeansOneDayAndColumnsMayBeMoved() throws IOException {
        Tables read = read(book -> {
            text(book, "valid_from", 5, "2024-02-29");
            text(book, "valid_to", 5, "31/12/2024");
            number(book, "base", 6, 365, "General");
            XSSFSheet prices = book.getSheet("prices");
            int last = prices.getRow(3).getLastCellNum();
            for (int row = 3; row < 6; row++) {
                Cell from = prices.getRow(row).getCell(column(prices, "name"));
                prices.getRow(row).createCell(last).setCellValue(from.getStringCellValue());
            }
            for (int row = 5; row >= 3; row--) {
                prices.getRow(row).removeCell(prices.getRow(row).getCell(0));
            }
        });
        assertThat(read.table("tariff!prices").rows())
                .extracting(row -> row.text("name") + " " + row.date("valid_from") + " " + row.date("valid_to") + " "
                        + row.text("base"))
                .containsExactly("first 2024-02-29 2024-12-31 365", "second 2024-01-01 2024-12-31 365");
    }

    @Test
    @DisplayName("every wrong cell is named with what is allowed")
    void everyWrongCellIsNamedWithWhatIsAllowed() throws IOException {
        assertThatThrownBy(() -> read(book -> {
                    text(book, "name", 5, "First row");
                    text(book, "clauses", 5, "C-DATE; TU-LATE");
                    text(book, "valid_from", 5, "03/04/2024");
                    number(book, "valid_to", 5, 45000, "General");
                    text(book, "plan", 5, "yearli");
                    number(book, "days", 5, 30.5, "General");
                    number(book, "rate_pct", 5, 8.125, "0.00");
                    number(book, "amount", 5, 0.4, "0%");
                    text(book, "due", 5, "oui");
                    text(book, "base", 5, "360");
                    cell(book.getSheet("prices"), "reading", 5).setBlank();
                    number(book, "valid_from", 6, LocalDateTime.of(2024, 1, 1, 12, 0), "yyyy-mm-dd hh:mm");
                    cell(book.getSheet("prices"), "days", 6).setCellFormula("1+1");
                    number(book, "rate_pct", 6, 150, "General");
                    text(book, "amount", 6, "1 234,50");
                    number(book, "due", 6, 1, "General");
                    text(book, "source", 6, "x".repeat(2001));
                }))
                .isInstanceOf(WorkbookErrors.class)
                .hasMessage("""
                tariff!prices!A5: "First row"; a name of small letters, digits, - and _
                tariff!prices!B5: "C-DATE; TU-LATE"; clause ids such as C-DATE, separated by commas
                tariff!prices!D5: "03/04/2024", which may be 2024-04-03 or 2024-03-04; a date such as 2026-01-31
                tariff!prices!E5: 45000; a date such as 2026-01-31
                tariff!prices!F5: "yearli"; yearly or monthly (nearest: yearly)
                tariff!prices!G5: 30.5; a whole number from 0 to 365
                tariff!prices!H5: 8.125; a number with at most 2 digits after the point from 0 to 100
                tariff!prices!I5: 40 %; a number with at most 2 digits after the point from 0 to 1000, without a per cent sign
                tariff!prices!J5: "oui"; yes or no (nearest: yes)
                tariff!prices!K5: "360"; 365 or actual (nearest: 365)
                tariff!prices!L5: reading is empty; required: contract, statute or interpretation
                tariff!prices!D6: a time (2024-01-01T12:00); a date without a time, such as 2026-01-31
                tariff!prices!G6: a formula; a typed value, as formulas are not computed here
                tariff!prices!H6: 150; a number with at most 2 digits after the point from 0 to 100 (nearest: 100)
                tariff!prices!I6: "1 234,50"; a number with at most 2 digits after the point from 0 to 1000
                tariff!prices!J6: "1"; yes or no (nearest: yes)
                tariff!prices!M6: text of 2001 characters; at most 2000""");
    }

    @Test
    @DisplayName("headers and sheets that differ are named")
    void headersAndSheetsThatDifferAreNamed() throws IOException {
        assertThatThrownBy(() -> read(book -> {
                    XSSFSheet prices = book.getSheet("prices");
                    text(prices, 3, column(prices, "days"), "dais");
                    text(prices, 3, column(prices, "due"), "eval(evil())");
                    text(prices, 3, 20, "remarks");
                    text(prices, 4, 25, "stray");
                    prices.getRow(0).createCell(3).setCellFormula("NOW()");
                    book.setSheetName(book.getSheetIndex("index"), "indexes");
                }))
                .isInstanceOf(WorkbookErrors.class)
                .hasMessage("""
                tariff!indexes: no sheet of that name is known; prices or index (nearest: index)
                tariff!index: the sheet is missing; the sheets prices, index
                tariff!prices!D1: a formula; a typed value, as formulas are not computed here
                tariff!prices!G4: header "dais" is not known; the header days (nearest)
                tariff!prices!J4: header "eval(evil())" is not known; no further column
                tariff!prices!U4: header "remarks" is not known; no further column
                tariff!prices!row 4: header "due" is missing; the headers name, clauses, description, valid_from, valid_to, plan, days, rate_pct, amount, due, base, reading, source, last_checked; prorata tables new writes workbooks that have them all
                tariff!prices!Z5: "stray"; nothing, as row 4 has no header above it""");
    }

    @Test
    @DisplayName("rows that contradict each other are named")
    void rowsThatContradictEachOtherAreNamed() throws IOException {
        assertThatThrownBy(() -> read(book -> {
                    text(book, "name", 6, "first");
                    text(book, "valid_to", 6, "2023-12-31");
                    XSSFSheet index = book.getSheet("index");
                    text(index, 5, 0, "2024-01-31");
                    text(index, 6, 0, "2024-01-31");
                    text(index, 7, 0, "2023-01-01");
                    for (int row = 6; row <= 7; row++) {
                        text(index, row, 2, "99");
                        text(index, row, 3, "published");
                    }
                    index.addMergedRegion(new CellRangeAddress(4, 5, 4, 4));
                }))
                .isInstanceOf(WorkbookErrors.class)
                .hasMessage("""
                tariff!prices!A6: "first" is also the name of row 5; a name that no other row of the sheet has
                tariff!prices!E6: valid_to 2023-12-31 lies before valid_from 2024-01-01; the same day or a later one
                tariff!index!E5:E6: merged cells; a value in each cell, as only the first of merged cells holds one
                tariff!index!A6: from 2024-01-31 overlaps row 5, which holds to 2024-01-31; a day after 2024-01-31
                tariff!index!A7: from 2024-01-31 stands in row 6 too; rows in the order of their first days, each day once
                tariff!index!A8: from 2023-01-01 lies before 2024-01-31 of row 7; rows in the order of their first days, each day once""");
    }

    @Test
    @DisplayName("numbers of unusual size and shortened numbers are refused")
    void numbersOfUnusualSizeAndShortenedNumbersAreRefused() throws IOException {
        assertThatThrownBy(() -> read(book -> {
                    number(book, "amount", 5, 1e300, "General");
                    number(book, "rate_pct", 5, 1000, "#,##0,");
                    number(book, "days", 5, 30, "General");
                    book.getSheet("prices").getRow(4).createCell(2).setCellErrorValue(FormulaError.REF.getCode());
                }))
                .isInstanceOf(WorkbookErrors.class)
                .hasMessage("""
                tariff!prices!C5: the error value #REF!; a value
                tariff!prices!H5: a number shown in thousands (format #,##0,); a number shown as it is
                tariff!prices!I5: "1.0E300", which is no number of usual size; a number below 10^15""");
    }

    @Test
    @DisplayName("a sheet has at most 20000 rows")
    void aSheetHasAtMost20000Rows() throws IOException {
        byte[] big = bytes(
                book -> {
                    for (int row = 4; row < 20_005; row++) {
                        book.getSheet("index").createRow(row).createCell(0).setCellValue(true);
                    }
                },
                false);
        assertThatThrownBy(() -> Workbooks.read("tariff.xlsx", big, SHEETS))
                .isInstanceOfSatisfying(
                        WorkbookErrors.class,
                        errors -> assertThat(errors.problems())
                                .last()
                                .hasToString("tariff!index!A20005: more than 20000 rows; at most 20000"));
    }

    @ParameterizedTest
    @DisplayName("a forged sheet is refused")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            <v>0.0815</v>    | <v>1e999999999</v> | tariff!prices!H5: "1e999999999", which is no number of usual size; a number below 10^15
            <v>0.0815</v>    | <v>NaN</v>         | tariff!prices!H5: "NaN", which is no number of usual size; a number below 10^15
            <v>0.0815</v>    | <v>-1E-1</v>      | tariff!prices!H5: -10 %; a number with at most 2 digits after the point from 0 to 100 (nearest: 0 %)
            <v>0.0815</v>    | <f>1</f><v>1</v> | tariff!prices!H5: a formula; a typed value, as formulas are not computed here
            <sheetData>      | <sheetData><row r="x"/> | tariff.xlsx: the file is damaged and cannot be read; an .xlsx workbook without macros or password
            """)
    void aForgedSheetIsRefused(String part, String forged, String message) throws IOException {
        assertRefused("tariff.xlsx", forged("sheet2.xml", part, forged), message);
    }

    @Test
    @DisplayName("a workbook of the strict kind is named as such")
    void aWorkbookOfTheStrictKindIsNamedAsSuch() throws IOException {
        assertRefused(
                "tariff.xlsx",
                forged(
                        "_rels/.rels",
                        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument",
                        "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument"),
                "tariff.xlsx: the workbook is saved as Strict Open XML; an .xlsx workbook without macros or password");
    }

    @ParameterizedTest
    @DisplayName("a number as text has one reading or none")
    @CsvSource(delimiter = '|', textBlock = """
            days     | 1.000     | "1.000", which may be 1 or 1000; a whole number from 0 to 365
            days     | 1,000     | "1,000", which may be 1 or 1000; a whole number from 0 to 365
            days     | 12.345    | "12.345", which may be 12.345 or 12345; a whole number from 0 to 365
            days     | +1.000    | "+1.000", which may be 1 or 1000; a whole number from 0 to 365
            days     | 1.0000    |
            days     | 0.000     |
            days     | 1 000     | "1 000"; a whole number from 0 to 365
            days     | 1'000     | "1'000"; a whole number from 0 to 365
            days     | 1.000.000 | "1.000.000"; a whole number from 0 to 365
            days     | 1e2       | "1e2"; a whole number from 0 to 365
            days     | 366       | "366"; a whole number from 0 to 365 (nearest: 365)
            days     | 365,0     |
            days     | 10 %      | "10 %"; a whole number from 0 to 365
            amount   | 1.000,50  | "1.000,50"; a number with at most 2 digits after the point from 0 to 1000
            amount   | 1.00      |
            amount   | 1.000     | "1.000", which may be 1 or 1000; a number with at most 2 digits after the point from 0 to 1000
            amount   | 1000.0    |
            amount   | .5        | ".5"; a number with at most 2 digits after the point from 0 to 1000
            rate_pct | 1,000 %   | "1,000 %", which may be 1 or 1000; a number with at most 2 digits after the point from 0 to 100
            rate_pct | 1200 %    | "1200 %"; a number with at most 2 digits after the point from 0 to 100 (nearest: 100 %)
            rate_pct | 100,00 %  |
            rate_pct | 0,150     |
            rate_pct | 15 %%     | "15 %%"; a number with at most 2 digits after the point from 0 to 100
            """)
    void aNumberAsTextHasOneReadingOrNone(String column, String text, String message) throws IOException {
        byte[] book = bytes(b -> text(b, column, 5, text), false);
        if (message == null) {
            Workbooks.read("tariff.xlsx", book, SHEETS);
        } else {
            assertThatThrownBy(() -> Workbooks.read("tariff.xlsx", book, SHEETS))
                    .hasMessageEndingWith("5: " + message);
        }
    }

    @ParameterizedTest
    @DisplayName("a number in a text copy has one reading or none")
    @CsvSource(delimiter = '|', textBlock = """
            100.5   |
            1.000   | "1.000", which may be 1 or 1000; a number with at most 1 digits after the point from 0 to 999
            1,000   | "1,000", which may be 1 or 1000; a number with at most 1 digits after the point from 0 to 999
            '1.000' | "1.000", which may be 1 or 1000; a number with at most 1 digits after the point from 0 to 999
            1_000   | "1_000"; a number with at most 1 digits after the point from 0 to 999
            1e2     | "1e2"; a number with at most 1 digits after the point from 0 to 999
            0x10    | "0x10"; a number with at most 1 digits after the point from 0 to 999
            """, quoteCharacter = '`')
    void aNumberInATextCopyHasOneReadingOrNone(String text, String message) {
        String yaml = GOOD.replace("value: 100,", "value: " + (text.contains(",") ? "'" + text + "'" : text) + ",");
        if (message == null) {
            TextCopy.read("tariff", yaml, SHEETS);
        } else {
            assertThatThrownBy(() -> TextCopy.read("tariff", yaml, SHEETS))
                    .hasMessageEndingWith("row 5 value: " + message);
        }
    }

    @Test
    @DisplayName("three digits after the point stay a fraction where a program wrote them")
    void threeDigitsAfterThePointStayAFractionWhereAProgramWroteThem() {
        Sheet fine = Sheet.series("tariff", "index", "An index", Column.decimal("value", "Points", 3, "0", "999"));
        String yaml = "sheets:\n  index:\n    - {row: 5, from: 2024-01-01, value: 12.345, status: published}\n";
        assertThat(TextCopy.read("tariff", yaml, List.of(fine))
                        .table("tariff!index")
                        .rows()
                        .get(0)
                        .decimal("value"))
                .isEqualByComparingTo("12.345");
    }

    @Test
    @DisplayName("a number too small to count is nought")
    void aNumberTooSmallToCountIsNought() throws IOException {
        Tables read =
                Workbooks.read("tariff.xlsx", forged("sheet2.xml", "<v>0.0815</v>", "<v>1e-999999999</v>"), SHEETS);
        assertThat(read.table("tariff!prices").rows().get(0).decimal("rate_pct"))
                .isZero();
    }

    @ParameterizedTest
    @DisplayName("a file of another kind is one clear line")
    @CsvSource(delimiter = '|', textBlock = """
            tariff.xlsm | tariff.xlsm: the file is not named .xlsx; an .xlsx workbook: save it as Excel 2007-365
            tariff.ods  | tariff.ods: the file is not named .xlsx; an .xlsx workbook: save it as Excel 2007-365
            tarif.xlsx  | tarif.xlsx: no workbook of that name is known; tariff (nearest: tariff)
            tariff.xlsx | tariff.xlsx: the file is not a workbook; an .xlsx workbook without macros or password
            """)
    void aFileOfAnotherKindIsOneClearLine(String name, String message) {
        assertRefused(name, "not a zip".getBytes(StandardCharsets.UTF_8), message);
    }

    @Test
    @DisplayName("what hides behind the name is refused too")
    void whatHidesBehindTheNameIsRefusedToo() throws IOException {
        String allowed = "; an .xlsx workbook without macros or password";
        assertRefused(
                "tariff.xlsx",
                new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0},
                "tariff.xlsx: the file is encrypted or of the old .xls kind" + allowed);
        assertRefused("tariff.xlsx", bytes(book -> {}, true), "tariff.xlsx: the workbook holds macros" + allowed);
        assertRefused(
                "tariff.xlsx",
                zip(Map.of("mimetype", 20, "content.xml", 20)),
                "tariff.xlsx: the file is an OpenDocument sheet; an .xlsx workbook: save it as Excel 2007-365");
        assertRefused(
                "tariff.xlsx",
                zip(Map.of("[Content_Types].xml", 20)),
                "tariff.xlsx: no well-formed XML in the part [Content_Types].xml; "
                        + "a workbook as spreadsheet programs write it");
        assertRefused(
                "tariff.xlsx",
                new byte[10 * 1024 * 1024 + 1],
                "tariff.xlsx: the file is larger than 10 MB; at most 10 MB");
        assertRefused(
                "tariff.xlsx",
                zip(Map.of("xl/worksheets/sheet1.xml", 65 * 1024 * 1024)),
                "tariff.xlsx: the file unpacks to far more than its size; at most 64 MB in 500 parts");
    }

    @Test
    @DisplayName("a folder lacks no workbook and its errors come together")
    void aFolderLacksNoWorkbookAndItsErrorsComeTogether(@TempDir Path folder) throws IOException {
        Files.write(folder.resolve("tariff.xlsx"), bytes(book -> text(book, "due", 5, "maybe"), false));
        Files.write(folder.resolve("tariffs.xlsx"), new byte[0]);
        Files.write(folder.resolve("~$tariff.xlsx"), new byte[0]);
        Sheet other = Sheet.policy("vat", "rates", "Tax");
        assertThatThrownBy(() -> Workbooks.read(folder, List.of(TARIFF, INDEX, other)))
                .hasMessage("""
                tariff!prices!J5: "maybe"; yes or no
                tariffs.xlsx: no workbook of that name is known; tariff or vat (nearest: tariff)
                vat.xlsx: the workbook is missing; a file of that name in %s""".formatted(folder.getFileName()));
    }

    private static void assertRefused(String name, byte[] content, String message) {
        assertThatThrownBy(() -> Workbooks.read(name, content, SHEETS))
                .isInstanceOf(WorkbookErrors.class)
                .hasMessage(message);
    }

    private static Tables read(Consumer<XSSFWorkbook> change) throws IOException {
        return Workbooks.read("tariff.xlsx", bytes(change, false), SHEETS);
    }

    private static byte[] bytes(Consumer<XSSFWorkbook> change, boolean macros) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        WorkbookWriter.write(TABLES, "tariff", out);
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            change.accept(book);
            if (macros) {
                book.setWorkbookType(XSSFWorkbookType.XLSM);
            }
            ByteArrayOutputStream changed = new ByteArrayOutputStream();
            book.write(changed);
            return changed.toByteArray();
        }
    }

    private static byte[] zip(Map<String, Integer> sizes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (var part : sizes.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(new byte[part.getValue()]);
            }
        }
        return out.toByteArray();
    }

    private static byte[] forged(String file, String part, String by) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(bytes(book -> {}, false)));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                zip.putNextEntry(new ZipEntry(entry.getName()));
                zip.write((entry.getName().endsWith(file) ? text.replaceFirst(part, by) : text)
                        .getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }

    private static int column(XSSFSheet sheet, String header) {
        for (Cell cell : sheet.getRow(3)) {
            if (cell.getStringCellValue().equals(header)) {
                return cell.getColumnIndex();
            }
        }
        throw new AssertionError(header);
    }

    private static Cell cell(XSSFSheet sheet, String header, int row) {
        return sheet.getRow(row - 1).getCell(column(sheet, header), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
    }

    private static void text(XSSFWorkbook book, String header, int row, String text) {
        cell(book.getSheet("prices"), header, row).setCellValue(text);
    }

    private static void text(XSSFSheet sheet, int row, int column, String text) {
        Row to = sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
        to.createCell(column).setCellValue(text);
    }

    private static void number(XSSFWorkbook book, String header, int row, Object value, String format) {
        Cell cell = cell(book.getSheet("prices"), header, row);
        if (value instanceof LocalDateTime time) {
            cell.setCellValue(time);
        } else {
            cell.setCellValue(((Number) value).doubleValue());
        }
        var style = book.createCellStyle();
        style.setDataFormat(book.createDataFormat().getFormat(format));
        cell.setCellStyle(style);
    }
}
