package org.prorata.book.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.CellPropertyType;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.util.CellUtil;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.prorata.book.schema.CitedRows;
import org.prorata.book.schema.Given;
import org.prorata.book.workbook.TestResult.Verdict;
import org.prorata.decision.explain.Sentences;

/** Writes answers and verdicts into a workbook's own sheet of tests; everything else of it stays as it was. */
public final class TestReport {

    private static final float LINE = 15;

    private TestReport() {}

    /** The same workbook with the results, as people of a language read them. */
    public static byte[] into(String fileName, byte[] content, List<TestResult> results, Sentences sentences)
            throws IOException {
        try (XSSFWorkbook book = WorkbookFile.open(fileName, content)) {
            XSSFSheet sheet = book.getSheet(TestSheet.NAME);
            Map<String, Integer> columns = new HashMap<>();
            sheet.getRow(CitedRows.HEADER_ROW - 1).forEach(cell -> {
                if (CellReader.read((XSSFCell) cell) instanceof Given.Text header) {
                    columns.put(header.text().strip(), cell.getColumnIndex());
                }
            });
            for (TestResult result : results) {
                XSSFRow row = sheet.getRow(result.row() - 1);
                boolean passed = result.verdict() == Verdict.PASSED;
                fill(
                        cell(row, columns.get(TestSheet.ACTUAL)),
                        passed
                                ? result.actual()
                                : result.actual() + "\n" + sentences.text("tables.expected", result.expected()),
                        result.verdict());
                fill(cell(row, columns.get(TestSheet.VERDICT)), result.verdict().told(sentences), result.verdict());
                int lines = SheetWriter.lines(
                        row.getCell(columns.get(TestSheet.ACTUAL)).getStringCellValue(),
                        sheet.getColumnWidth(columns.get(TestSheet.ACTUAL)) / 256 - 2);
                float height = Math.min(lines, RowBook.MOST_LINES) * LINE;
                if (row.getHeightInPoints() < height) {
                    row.setHeightInPoints(height);
                    row.getCTRow().unsetCustomHeight();
                }
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            book.write(out);
            return out.toByteArray();
        }
    }

    private static XSSFCell cell(XSSFRow row, int column) {
        return row.getCell(column) == null ? row.createCell(column) : row.getCell(column);
    }

    private static void fill(XSSFCell cell, String text, Verdict verdict) {
        cell.setCellValue(text);
        CellUtil.setCellStylePropertiesEnum(
                cell,
                Map.of(
                        CellPropertyType.FILL_PATTERN,
                        FillPatternType.SOLID_FOREGROUND,
                        CellPropertyType.FILL_FOREGROUND_COLOR,
                        (verdict == Verdict.PASSED ? IndexedColors.LIGHT_GREEN : IndexedColors.ROSE).getIndex(),
                        CellPropertyType.WRAP_TEXT,
                        true,
                        // a text that begins as a formula does stays a text when somebody edits the cell
                        CellPropertyType.QUOTE_PREFIXED,
                        "=+-@".indexOf(text.charAt(0)) >= 0));
    }
}
