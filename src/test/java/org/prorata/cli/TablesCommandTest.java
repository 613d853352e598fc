package org.prorata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row.MissingCellPolicy;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prorata.book.engine.RuleBook;
import org.prorata.book.engine.RuleBooks;
import org.prorata.book.schema.Shipped;
import org.prorata.book.workbook.Workbooks;

class TablesCommandTest {

    private static final RuleBooks BOOKS = RuleBooks.of(RuleBook.shipped());
    private static final int FIRST = 5;

    @TempDir
    private Path folder;

    private String out;
    private String err;

    private int run(String... arguments) {
        StringWriter said = new StringWriter();
        StringWriter complained = new StringWriter();
        int status = Main.run(
                () -> new BookDecider(BOOKS),
                () -> BOOKS,
                new PrintWriter(said),
                new PrintWriter(complained),
                Stream.concat(Stream.of(arguments), Stream.of("--shipped")).toArray(String[]::new));
        out = said.toString();
        err = complained.toString();
        return status;
    }

    private Path made(String workbook) {
        assertThat(run("tables", "new", workbook, "--to", folder.toString())).isZero();
        return folder.resolve(workbook + ".xlsx");
    }

    @Test
    @DisplayName("a new set holds the tables of the book and passes the tests that are in it")
    void set() throws IOException {
        assertThat(run("tables", "new", "--to", folder.resolve("set").toString()))
                .isZero();
        assertThat(Workbooks.read(folder.resolve("set"), Shipped.sheets()))
                .isEqualTo(BOOKS.newest().source().tables());
        assertThat(run("tables", "test", folder.resolve("set").toString()))
                .as(out + err)
                .isZero();
        assertThat(out).endsWith(" passed, 0 failed\n");
        read(folder.resolve("set/vat.xlsx"), book -> {
            assertThat(cell(book.getSheet("tests"), FIRST, "actual").getStringCellValue())
                    .isEqualTo("gb");
            assertThat(cell(book.getSheet("tests"), FIRST, "verdict").getStringCellValue())
                    .isEqualTo("passed");
            assertThat(cell(book.getSheet("tests"), FIRST, "verdict")
                            .getCellStyle()
                            .getFillForegroundColor())
                    .isEqualTo(IndexedColors.LIGHT_GREEN.getIndex());
        });
        assertThat(Workbooks.read(folder.resolve("set"), Shipped.sheets()))
                .isEqualTo(BOOKS.newest().source().tables());
    }

    @Test
    @DisplayName("what a row answers otherwise than expected is written beside the test, and nothing else is changed")
    void differs() throws IOException {
        Path file = made("service-level");
        edit(file, book -> {
            cell(book.getSheet("bands"), 10, "percent").setCellValue(0.25);
            book.getSheet("tests").setColumnWidth(0, 9_999);
            cell(book.getSheet("tests"), 12, "note").setCellValue("by hand");
        });
        byte[] edited = Files.readAllBytes(file);
        assertThat(run("tables", "test", file.toString(), "--no-write")).isEqualTo(1);
        assertThat(Files.readAllBytes(file)).isEqualTo(edited);
        assertThat(run("tables", "test", file.toString())).isEqualTo(1);
        assertThat(out)
                .isEqualTo("FAILED " + file
                        + " tests!12 connelink-below-95: service-level!bands percent: 25 % (expected 20 %)\n"
                        + "21 passed, 1 failed\n");
        read(file, book -> {
            XSSFSheet tests = book.getSheet("tests");
            assertThat(cell(tests, 12, "actual").getStringCellValue()).isEqualTo("25 %\nexpected 20 %");
            assertThat(cell(tests, 12, "verdict").getStringCellValue()).isEqualTo("failed");
            assertThat(cell(tests, 12, "verdict").getCellStyle().getFillForegroundColor())
                    .isEqualTo(IndexedColors.ROSE.getIndex());
            assertThat(tests.getColumnWidth(0)).isEqualTo(9_999);
            assertThat(cell(tests, 12, "note").getStringCellValue()).isEqualTo("by hand");
            assertThat(tests.getProtect()).isTrue();
            assertThat(cell(book.getSheet("bands"), 10, "percent").getRawValue())
                    .isEqualTo("0.25");
        });
        assertThat(run("tables", "test", file.toString(), "--language", "fr")).isEqualTo(1);
        assertThat(out)
                .isEqualTo("ÉCHEC " + file
                        + " tests!12 connelink-below-95 : service-level!bands percent : 25 % (attendu : 20 %)\n"
                        + "réussis : 21, échoués : 1\n");
        read(file, book -> {
            assertThat(cell(book.getSheet("tests"), 12, "actual").getStringCellValue())
                    .isEqualTo("25 %\nattendu : 20 %");
            assertThat(cell(book.getSheet("tests"), 12, "verdict").getStringCellValue())
                    .isEqualTo("échec");
        });
        assertThat(run("tables", "test", file.toString(), "--json")).isEqualTo(1);
        assertThat(out)
                .contains("{\"file\":\"" + file
                        + "\",\"row\":12,\"name\":\"connelink-below-95\",\"table\":\"service-level!bands\",\"column\":\"percent\","
                        + "\"expected\":\"20 %\",\"actual\":\"25 %\",\"verdict\":\"failed\"}")
                .endsWith("],\"passed\":21,\"failed\":1}\n");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    @DisplayName("a figure measured chooses the band, however the percentages are typed")
    void typed() throws IOException {
        Path file = made("service-level");
        edit(file, book -> {
            XSSFSheet tests = book.getSheet("tests");
            XSSFCell measured = cell(tests, 8, "measured");
            measured.setCellValue(0.995);
            percent(measured);
            cell(tests, 8, "expected").setCellValue(10);
            cell(tests, 9, "measured").setCellValue("99");
            cell(tests, 9, "expected").setCellValue("10,0 %");
        });
        assertThat(run("tables", "test", file.toString())).as(err).isZero();
        assertThat(out).isEqualTo("22 passed, 0 failed\n");
    }

    @Test
    @DisplayName("tests that ask what cannot be asked are named all at once, and nothing is written")
    void wrong() throws IOException {
        Path file = made("late-payment");
        edit(file, book -> {
            XSSFSheet tests = book.getSheet("tests");
            cell(tests, 5, "country").setCellValue("FR");
            cell(tests, 6, "column").setCellValue("amount");
            cell(tests, 7, "expected").setCellValue("ten");
            cell(tests, 13, "country").setBlank();
        });
        byte[] edited = Files.readAllBytes(file);
        assertThat(run("tables", "test", file.toString())).isEqualTo(2);
        assertThat(err).isEqualTo("""
                late-payment!tests!row 5 country: "FR"; nothing, as the sheet interest has no key country
                late-payment!tests!row 6 column: the sheet interest has no column amount; name, clauses, description, valid_from, valid_to, terms, professional, \
                public_buyer, basis, series, multiple, points, fixed_at_start, day_base, allocation, dispute, reading, source or last_checked
                late-payment!tests!row 7 expected: "ten"; a number with at most 2 digits after the point from 0 to 50, or empty or no row
                """);
        assertThat(run("tables", "test", file.toString(), "--language", "fr")).isEqualTo(2);
        assertThat(err)
                .contains(
                        "late-payment!tests!row 5 country : « FR » ; rien, car la feuille interest n’a pas de clé country\n",
                        "late-payment!tests!row 7 expected : « ten » ; un nombre de 2 chiffres au plus après la virgule de 0 à 50, ou empty ou no row\n");
        assertThat(Files.readAllBytes(file)).isEqualTo(edited);
        edit(file, book -> {
            cell(book.getSheet("tests"), 5, "sheet").setCellValue("interests");
            cell(book.getSheet("tests"), 5, "expected").setCellFormula("1+2");
            cell(book.getSheet("tests"), 6, "expected").setBlank();
        });
        assertThat(run("tables", "test", file.toString())).isEqualTo(2);
        assertThat(err)
                .contains("late-payment!tests!K5: a formula; a typed value, as formulas are not computed here\n");
    }

    @Test
    @DisplayName("rows that both answer are an error of the test, not of the program")
    void twice() throws IOException {
        Path file = made("proration");
        edit(file, book -> {
            cell(book.getSheet("hours"), 5, "terms").setCellValue("connelink-2022-01");
            XSSFSheet tests = book.getSheet("tests");
            cell(tests, 16, "note").setCellValue("two rows");
        });
        assertThat(run("tables", "test", file.toString())).isEqualTo(1);
        assertThat(out)
                .isEqualTo(
                        "ERROR " + file
                                + " tests!16 connelink-hours: proration!hours step: rows 5 and 7 of proration!hours both answer"
                                + " terms = connelink-2022-01, on 2026-03-02 (expected 1)\n"
                                + "FAILED " + file
                                + " tests!17 standard-hours: proration!hours step: no row (expected empty)\n13 passed, 2 failed\n");
        read(
                file,
                book -> assertThat(cell(book.getSheet("tests"), 16, "verdict").getStringCellValue())
                        .isEqualTo("error"));
    }

    @Test
    @DisplayName("an answer that begins as a formula does is written as a text")
    void text() throws IOException {
        Path file = made("vat");
        edit(file, book -> {
            cell(book.getSheet("eu-members"), 32, "description").setCellValue("=HYPERLINK(\"about:blank\")");
            cell(book.getSheet("tests"), 5, "column").setCellValue("description");
            cell(book.getSheet("tests"), 5, "expected").setCellValue("=HYPERLINK(\"about:blank\")");
        });
        assertThat(run("tables", "test", file.toString())).as(out + err).isZero();
        read(file, book -> {
            XSSFCell actual = cell(book.getSheet("tests"), 5, "actual");
            assertThat(actual.getCellType()).hasToString("STRING");
            assertThat(actual.getCellStyle().getQuotePrefixed()).isTrue();
        });
    }

    @Test
    @DisplayName("a workbook that a spreadsheet program holds open is not written to")
    void open() throws IOException {
        Path file = made("vat");
        Files.createFile(folder.resolve(".~lock.vat.xlsx#"));
        assertThat(run("tables", "test", file.toString())).isEqualTo(2);
        assertThat(err)
                .isEqualTo(file
                        + ": is open in a spreadsheet program; close it there first, or leave it as it is by --no-write"
                        + " (its lock is .~lock.vat.xlsx#)\n");
        assertThat(run("tables", "test", file.toString(), "--no-write")).isZero();
    }

    @Test
    @DisplayName("files that are no workbook of ours, or hold no tests, are named")
    void files() throws IOException {
        Path file = made("vat");
        edit(file, book -> book.removeSheetAt(book.getSheetIndex("tests")));
        assertThat(run("tables", "test", file.toString())).isEqualTo(2);
        assertThat(err)
                .isEqualTo("vat!tests: the sheet is missing; a sheet of tests, as prorata tables new writes it\n");
        assertThat(run("tables", "test", folder.resolve("none.xlsx").toString()))
                .isEqualTo(2);
        assertThat(err).isEqualTo(folder.resolve("none.xlsx") + ": no such file\n");
    }

    @Test
    @DisplayName("a new workbook does not overwrite one that somebody may be editing")
    void there() throws IOException {
        Path file = made("vat");
        byte[] first = Files.readAllBytes(file);
        assertThat(run("tables", "new", "--to", folder.toString())).isEqualTo(2);
        assertThat(err)
                .isEqualTo(
                        file
                                + ": is there already, and nothing was written; --force overwrites it, --to DIR names another folder\n");
        assertThat(run("tables", "new", "vat", "--force", "--language", "fr", "--to", folder.toString()))
                .isZero();
        assertThat(Files.readAllBytes(file)).isNotEqualTo(first);
        assertThat(run("tables", "new", "vat", "--language", "de")).isEqualTo(2);
        assertThat(err).isEqualTo("--language de: not known; en, fr or both\n");
        assertThat(run("tables", "new", "vatt")).isEqualTo(2);
        assertThat(err).startsWith("\"vatt\": no workbook of that name is known; contract-terms, ");
    }

    private static void percent(XSSFCell cell) {
        var style = cell.getSheet().getWorkbook().createCellStyle();
        style.setDataFormat(cell.getSheet().getWorkbook().createDataFormat().getFormat("0.0%"));
        cell.setCellStyle(style);
    }

    private static XSSFCell cell(XSSFSheet sheet, int row, String header) {
        for (Cell cell : sheet.getRow(FIRST - 2)) {
            if (cell.getStringCellValue().equals(header)) {
                return sheet.getRow(row - 1).getCell(cell.getColumnIndex(), MissingCellPolicy.CREATE_NULL_AS_BLANK);
            }
        }
        throw new AssertionError(header);
    }

    private static void edit(Path file, Consumer<XSSFWorkbook> change) throws IOException {
        try (XSSFWorkbook book = opened(file)) {
            change.accept(book);
            try (OutputStream to = Files.newOutputStream(file)) {
                book.write(to);
            }
        }
    }

    private static void read(Path file, Consumer<XSSFWorkbook> look) throws IOException {
        try (XSSFWorkbook book = opened(file)) {
            look.accept(book);
        }
    }

    private static XSSFWorkbook opened(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new XSSFWorkbook(in);
        }
    }
}
