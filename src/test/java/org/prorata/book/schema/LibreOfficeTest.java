package org.prorata.book.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prorata.book.engine.BookSource;
import org.prorata.book.engine.RuleBook;
import org.prorata.book.workbook.Helpers;
import org.prorata.book.workbook.Origin;
import org.prorata.book.workbook.TestSheet;
import org.prorata.book.workbook.WorkbookWriter;
import org.prorata.book.workbook.Workbooks;

/** Shipped workbooks opened and saved again by LibreOffice. */
class LibreOfficeTest {

    private static final Path SHIPPED = Path.of("spreadsheets");
    private static final BookSource SOURCE = RuleBook.shipped().source();

    @TempDir
    private static Path folder;

    private static Path program;

    @BeforeAll
    static void office() {
        program = Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
                .map(path -> Path.of(path, "soffice"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
        if (program == null && "true".equals(System.getenv("CI"))) {
            throw new AssertionError("soffice is not on the PATH: install LibreOffice Calc, as .ci/run does");
        }
        assumeTrue(program != null, "soffice is not on the PATH: what LibreOffice saves is not tested");
    }

    @Test
    @DisplayName("a workbook saved again untouched is the same book, with drop-downs, comments and locked headers")
    void untouched() throws Exception {
        List<Path> files = Stream.of("service-level", "late-payment", "vat", "interest-rates")
                .map(name -> SHIPPED.resolve(name + ".xlsx"))
                .toList();
        Path saved = convert("xlsx", "untouched", files);
        assertThat(version(saved)).isEqualTo(SOURCE.version());
        for (Path file : files) {
            String name = file.getFileName().toString();
            assertThat(TestSheet.read(name, Files.readAllBytes(saved.resolve(name)), Shipped.sheets()))
                    .isEqualTo(TestSheet.read(name, Files.readAllBytes(file), Shipped.sheets()));
        }
        try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(saved.resolve("service-level.xlsx")))) {
            XSSFSheet bands = book.getSheet("bands");
            assertThat(bands.getProtect()).isTrue();
            assertThat(bands.isInsertRowsLocked()).isFalse();
            assertThat(bands.getRow(3).getCell(0).getCellStyle().getLocked()).isTrue();
            assertThat(bands.getRow(9).getCell(0).getCellStyle().getLocked()).isFalse();
            assertThat(bands.getDataValidations()).hasSize(11);
            bands.getRow(3)
                    .forEach(cell -> assertThat(cell.getCellComment())
                            .as(cell.getStringCellValue())
                            .isNotNull());
            assertThat(bands.getRow(9).getCell(6).getCellStyle().getDataFormatString())
                    .contains("%");
            assertThat(bands.getColumnStyle(12).getDataFormatString().replace("\\", ""))
                    .isEqualToIgnoringCase("yyyy-mm-dd");
            assertThat(book.isSheetHidden(book.getSheetIndex("lists"))).isTrue();
        }
    }

    @Test
    @DisplayName("a value edited and saved there is read, with that change and nothing else")
    void edited() throws Exception {
        Path flat = convert("fods", "flat", List.of(SHIPPED.resolve("service-level.xlsx")));
        Path file = flat.resolve("service-level.fods");
        String text = Files.readString(file);
        int row = text.indexOf("<text:p>connelink-below-95</text:p>");
        int cell = text.indexOf("office:value=\"0.2\"", row);
        int next = text.indexOf("</table:table-row>", row);
        assertThat(cell).isBetween(row, next);
        Files.writeString(
                file,
                text.substring(0, cell) + "office:value=\"0.225\""
                        + text.substring(cell + "office:value=\"0.2\"".length()));
        Path saved = convert("xlsx", "edited", List.of(file));
        Tables read = Workbooks.read(saved.resolve("service-level.xlsx"), Shipped.sheets());
        List<String> before = lines(Workbooks.read(SHIPPED.resolve("service-level.xlsx"), Shipped.sheets()));
        List<String> after = new ArrayList<>(lines(read));
        after.removeAll(before);
        assertThat(after)
                .singleElement()
                .asString()
                .startsWith("service-level!bands!10\t")
                .contains("\tbelow_pct=95\t", "\tpercent=22.5\t");
        assertThat(lines(read)).hasSameSizeAs(before);
        assertThat(version(saved)).isNotEqualTo(SOURCE.version());
    }

    @Test
    @DisplayName("a workbook saved there still says from which rule book it was written")
    void origin() throws Exception {
        Path written = Files.createDirectories(folder.resolve("written")).resolve("vat.xlsx");
        try (OutputStream out = Files.newOutputStream(written)) {
            WorkbookWriter.write(
                    SOURCE.tables(), Helpers.shipped(), "vat", WorkbookWriter.LANGUAGES, SOURCE.version(), out);
        }
        assertThat(Origin.of("vat.xlsx", Files.readAllBytes(written))).contains(SOURCE.version());
        Path saved = convert("xlsx", "again", List.of(written));
        assertThat(Origin.of("vat.xlsx", Files.readAllBytes(saved.resolve("vat.xlsx"))))
                .contains(SOURCE.version());
    }

    private static List<String> lines(Tables tables) {
        return CanonicalTables.write(tables).lines().toList();
    }

    /** The version of the shipped book with the workbooks of a folder in place of its own. */
    private static String version(Path folder) throws IOException {
        List<Table> tables = new ArrayList<>(SOURCE.tables().all());
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                for (Table table : Workbooks.read(file, Shipped.sheets()).all()) {
                    tables.replaceAll(
                            old -> old.sheet().id().equals(table.sheet().id()) ? table : old);
                }
            }
        }
        return new BookSource(SOURCE.rules(), new Tables(tables), SOURCE.calculation()).version();
    }

    /** Opens files and saves them in a new folder in the kind named. */
    private static Path convert(String kind, String name, List<Path> files) throws IOException, InterruptedException {
        Path to = Files.createDirectories(folder.resolve(name));
        List<String> command = new ArrayList<>(List.of(
                program.toString(),
                "--headless",
                "--norestore",
                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--convert-to",
                kind,
                "--outdir",
                to.toString()));
        files.forEach(file -> command.add(file.toAbsolutePath().toString()));
        Path said = folder.resolve(name + ".txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        try {
            assertThat(process.waitFor(5, TimeUnit.MINUTES)).as("soffice ended").isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(to).as(Files.readString(said, StandardCharsets.UTF_8)).isNotEmptyDirectory();
        return to;
    }
}
