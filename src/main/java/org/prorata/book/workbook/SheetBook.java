package org.prorata.book.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * A workbook of results for people: sheets of texts, amounts and days. A text stays a text, whatever it begins with, and
 * an amount is written digit by digit.
 */
public final class SheetBook {

    private static final int WIDE = 60 * 256;
    private static final int VALUE = 22 * 256;
    private static final int NOTES_ALONE = 110 * 256;
    private static final int NARROW = 12 * 256;

    private final XSSFWorkbook workbook = new XSSFWorkbook();
    private final CellStyle title = workbook.createCellStyle();
    private final CellStyle amount = workbook.createCellStyle();
    private final CellStyle count = workbook.createCellStyle();
    private final CellStyle label = workbook.createCellStyle();
    private final CellStyle note = workbook.createCellStyle();
    private final CellStyle day = workbook.createCellStyle();
    private final CellStyle plain = workbook.createCellStyle();

    public SheetBook() {
        Font bold = workbook.createFont();
        bold.setBold(true);
        title.setFont(bold);
        amount.setDataFormat(workbook.createDataFormat().getFormat("#,##0.00"));
        day.setDataFormat(workbook.createDataFormat().getFormat("yyyy-mm-dd"));
        count.setDataFormat(workbook.createDataFormat().getFormat("#,##0"));
        List.of(amount, day, count).forEach(style -> style.setVerticalAlignment(VerticalAlignment.TOP));
        plain.setQuotePrefixed(true);
        plain.setAlignment(HorizontalAlignment.RIGHT);
        plain.setVerticalAlignment(VerticalAlignment.TOP);
        plain.setWrapText(true);
        label.setVerticalAlignment(VerticalAlignment.TOP);
        label.setQuotePrefixed(true);
        note.setQuotePrefixed(true);
        note.setWrapText(true);
        note.setVerticalAlignment(VerticalAlignment.TOP);
    }

    /** Adds a sheet: its title in the first row, then the rows, then notes across the columns. */
    public void sheet(String name, String heading, List<List<Object>> rows, List<String> notes) {
        Sheet sheet = workbook.createSheet(org.apache.poi.ss.util.WorkbookUtil.createSafeSheetName(name));
        int columns = 1;
        for (int r = 0; r < rows.size(); r++) {
            org.apache.poi.ss.usermodel.Row row = sheet.createRow(r + 2);
            columns = Math.max(columns, rows.get(r).size());
            for (int c = 0; c < rows.get(r).size(); c++) {
                fill((XSSFCell) row.createCell(c), rows.get(r).get(c));
            }
        }
        for (int c = 0; c < columns; c++) {
            sheet.autoSizeColumn(c);
            sheet.setColumnWidth(
                    c,
                    rows.isEmpty()
                            ? NOTES_ALONE
                            : Math.max(NARROW, Math.min(c == 0 ? WIDE : VALUE, sheet.getColumnWidth(c) + 512)));
        }
        for (int r = 0; r < rows.size(); r++) {
            height(sheet.getRow(r + 2), rows.get(r));
        }
        // texts across the columns come after the widths, which follow the cells alone
        Cell head = sheet.createRow(0).createCell(0);
        head.setCellValue(heading);
        head.setCellStyle(title);
        notes(sheet, rows.isEmpty() ? 2 : rows.size() + 3, columns, notes);
        sheet.createFreezePane(columns > 1 ? 1 : 0, 2);
        sheet.getPrintSetup().setLandscape(true);
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setFitHeight((short) 0);
    }

    private void notes(Sheet sheet, int first, int columns, List<String> notes) {
        int width = 0;
        for (int c = 0; c < columns; c++) {
            width += sheet.getColumnWidth(c) / 256;
        }
        for (int n = 0; n < notes.size(); n++) {
            org.apache.poi.ss.usermodel.Row row = sheet.createRow(first + n);
            Cell cell = row.createCell(0);
            cell.setCellValue(notes.get(n));
            cell.setCellStyle(note);
            if (columns > 1) {
                sheet.addMergedRegion(new CellRangeAddress(first + n, first + n, 0, columns - 1));
            }
            // not every program fits the height itself, none that of merged cells
            row.setHeightInPoints(sheet.getDefaultRowHeightInPoints() * linesOf(notes.get(n), width));
        }
    }

    /** High enough for the longest text of a row, which is broken at the column's width. */
    private static void height(org.apache.poi.ss.usermodel.Row row, List<Object> values) {
        int lines = 1;
        for (int c = 1; c < values.size(); c++) {
            lines = Math.max(
                    lines,
                    values.get(c) instanceof String text
                            ? linesOf(text, row.getSheet().getColumnWidth(c) / 256)
                            : 1);
        }
        if (lines > 1) {
            row.setHeightInPoints(row.getSheet().getDefaultRowHeightInPoints() * lines);
        }
    }

    /** Lines broken between words hold less than the width. */
    private static int linesOf(String text, int width) {
        return text.length() <= width + 2 ? 1 : 1 + text.length() / (width * 9 / 10);
    }

    private void fill(XSSFCell cell, Object value) {
        if (value instanceof BigDecimal number) {
            // the digits themselves, not a binary neighbour of theirs
            cell.setCellValue(0);
            cell.getCTCell().setV(number.toPlainString());
            cell.setCellStyle(amount);
        } else if (value instanceof LocalDate date) {
            cell.setCellValue(date);
            cell.setCellStyle(day);
        } else if (value instanceof Integer number) {
            cell.setCellValue(number);
            cell.setCellStyle(count);
        } else {
            cell.setCellValue(String.valueOf(value));
            cell.setCellStyle(cell.getColumnIndex() == 0 ? label : plain);
        }
    }

    public void write(OutputStream out) throws IOException {
        try (workbook) {
            workbook.write(out);
        }
    }
}
