package org.prorata.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prorata.ledger.ResultColumn;

class WorkbookTest {

    private static final List<ResultColumn> COLUMNS = List.of(
            new ResultColumn("contract", ResultColumn.Kind.TEXT),
            new ResultColumn("amount", ResultColumn.Kind.DECIMAL));

    @TempDir
    private Path folder;

    @Test
    @DisplayName("what is too long for a sheet goes on in another, and any text comes back as it was")
    void split() throws Exception {
        Path file = folder.resolve("book.xlsx");
        List<String> texts = List.of("a", "_x0041_", "<&>\"'", "bell \u0007 line\nbreak", "\uD83D\uDE00");
        try (Workbook book = new Workbook(file, 2)) {
            book.begin("parked", COLUMNS);
            for (String text : texts) {
                book.row(Arrays.asList(text, null));
            }
            book.begin("none", COLUMNS);
        }
        try (InputStream in = Files.newInputStream(file);
                XSSFWorkbook book = new XSSFWorkbook(in)) {
            assertThat(book.getNumberOfSheets()).isEqualTo(4);
            for (int i = 0; i < texts.size(); i++) {
                assertThat(book.getSheetAt(i / 2).getRow(1 + i % 2).getCell(0).getStringCellValue())
                        .isEqualTo(texts.get(i));
                assertThat(book.getSheetName(i / 2))
                        .isEqualTo(List.of("parked", "parked 2", "parked 3").get(i / 2));
            }
            assertThat(book.getSheet("none").getLastRowNum()).isZero();
        }
    }

    @Test
    @DisplayName(
            "every page shows the headers, its sheet and its number; headings fit, and long texts go on in further lines")
    void looks() throws Exception {
        Path file = folder.resolve("book.xlsx");
        List<ResultColumn> columns = List.of(
                new ResultColumn("rows", ResultColumn.Kind.TEXT),
                new ResultColumn("currency", ResultColumn.Kind.TEXT),
                new ResultColumn("amount", ResultColumn.Kind.DECIMAL),
                new ResultColumn("count", ResultColumn.Kind.WHOLE));
        try (Workbook book = new Workbook(file, 1)) {
            book.begin("parked", columns, name -> name + " of what is parked");
            book.row(Arrays.asList("service-level!bands!8 changed, ".repeat(4), "EUR", BigDecimal.ONE, 1));
            book.row(Arrays.asList("none", "EUR", BigDecimal.ONE, 1));
        }
        try (InputStream in = Files.newInputStream(file);
                XSSFWorkbook book = new XSSFWorkbook(in)) {
            for (int i = 0; i < 2; i++) {
                XSSFSheet sheet = book.getSheetAt(i);
                assertThat(sheet.getRepeatingRows().formatAsString()).isEqualTo("1:1");
                assertThat(sheet.getFooter().getCenter() + " "
                                + sheet.getFooter().getRight())
                        .isEqualTo("&A &P / &N");
                assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
                assertThat(sheet.getFitToPage()).isTrue();
                assertThat(sheet.getPaneInformation().getHorizontalSplitPosition())
                        .isEqualTo((short) 1);
                for (int column = 0; column < columns.size(); column++) {
                    assertThat(sheet.getColumnWidth(column) / 256)
                            .isGreaterThan(sheet.getRow(0)
                                    .getCell(column)
                                    .getStringCellValue()
                                    .length());
                    assertThat(sheet.getRow(1).getCell(column).getCellStyle().getVerticalAlignment())
                            .isEqualTo(VerticalAlignment.TOP);
                    assertThat(sheet.getRow(1).getCell(column).getCellStyle().getWrapText())
                            .isEqualTo(column == 0);
                }
                assertThat(sheet.getRow(1).getHeightInPoints())
                        .as("lines of row " + i)
                        .isEqualTo(i == 0 ? 60 : 15);
                assertThat(sheet.getRow(1).getCTRow().getCustomHeight())
                        .as("for ever")
                        .isFalse();
            }
        }
    }
}
