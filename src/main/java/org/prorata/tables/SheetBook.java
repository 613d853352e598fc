package org.prorata.tables;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * A workbook of results for people: sheets of texts, amounts and days. A text stays a text, whatever it begins with, and
 * an amount is written digit by digit.
 */
public final class SheetBook {

    private static final int WIDE = 60 * 256;
    private static final int NARROW = 12 * 256;

    private final XSSFWorkbook workbook = new XSSFWorkbook();
    private final CellStyle title = workbook.createCellStyle();
    private final CellStyle amount = workbook.createCellStyle();
    private final CellStyle day = workbook.createCellStyle();
    private final CellStyle plain = workbook.createCellStyle();

    public SheetBook() {
        Font bold = workbook.createFont();
        bold.setBold(true);
        title.setFont(bold);
        amount.setDataFormat(workbook.createDataFormat().getFormat("#,##0.00"));
        day.setDataFormat(workbook.createDataFormat().getFormat("yyyy-mm-dd"));
        plain.setQuotePrefixed(true);
    }

    /** Adds a sheet: its title in the first row, then the rows. */
    public void sheet(String name, String heading, List<List<Object>> rows) {
        Sheet sheet = workbook.createSheet(org.apache.poi.ss.util.WorkbookUtil.createSafeSheetName(name));
        Cell head = sheet.createRow(0).createCell(0);
        head.setCellValue(heading);
        head.setCellStyle(title);
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
            sheet.setColumnWidth(c, Math.max(NARROW, Math.min(WIDE, sheet.getColumnWidth(c) + 512)));
        }
        sheet.createFreezePane(columns > 1 ? 1 : 0, 2);
        sheet.getPrintSetup().setLandscape(true);
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setFitHeight((short) 0);
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
        } else {
            cell.setCellValue(String.valueOf(value));
            cell.setCellStyle(plain);
        }
    }

    public void write(OutputStream out) throws IOException {
        try (workbook) {
            workbook.write(out);
        }
    }
}
