package org.prorata.book.workbook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.prorata.book.schema.CellCheck;
import org.prorata.book.schema.CellText;
import org.prorata.book.schema.CitedRows;
import org.prorata.book.schema.Column;
import org.prorata.book.schema.Given;
import org.prorata.book.schema.Remark;
import org.prorata.book.schema.Sheet;
import org.prorata.decision.Reason;

/** Looks at one sheet of a workbook for what is read but not seen, and for figures that may mean another. */
final class Remarks {

    private final Sheet sheet;
    private final XSSFSheet from;
    private final Map<Integer, Column> headers;
    private final List<Remark> remarks = new ArrayList<>();

    private Remarks(Sheet sheet, XSSFSheet from, Map<Integer, Column> headers) {
        this.sheet = sheet;
        this.from = from;
        this.headers = headers;
    }

    /** @param headers of the sheet, by the index of their column */
    static List<Remark> of(Sheet sheet, XSSFSheet from, Map<Integer, Column> headers) {
        Remarks looked = new Remarks(sheet, from, headers);
        looked.sheet();
        looked.rows();
        looked.columns();
        headers.forEach(looked::figures);
        return looked.remarks;
    }

    private void add(Remark.Kind kind, String place, List<Integer> rows, Reason message) {
        remarks.add(new Remark(kind, sheet.id(), place, rows, message));
    }

    private void sheet() {
        if (from.getWorkbook().getSheetVisibility(from.getWorkbook().getSheetIndex(from)) != SheetVisibility.VISIBLE) {
            add(Remark.Kind.HIDDEN, "A1", List.of(), Reason.of("tables.hidden.sheet"));
        }
    }

    private void rows() {
        List<Integer> hidden = new ArrayList<>();
        for (int i = CitedRows.FIRST_ROW - 1; i <= from.getLastRowNum(); i++) {
            XSSFRow row = from.getRow(i);
            if (row != null && (row.getZeroHeight() || row.getHeight() == 0) && filled(row)) {
                hidden.add(i + 1);
            }
        }
        if (!hidden.isEmpty()) {
            boolean filter = from.getCTWorksheet().isSetAutoFilter()
                    && from.getCTWorksheet().getAutoFilter().xmlText().contains("filterColumn");
            String place = stretches(hidden);
            add(
                    Remark.Kind.HIDDEN,
                    place,
                    hidden,
                    Reason.of(filter ? "tables.hidden.filtered" : "tables.hidden.rows", place));
        }
    }

    private void columns() {
        headers.forEach((index, column) -> {
            if (from.isColumnHidden(index) || from.getColumnWidth(index) == 0) {
                String letters = CellReference.convertNumToColString(index);
                add(Remark.Kind.HIDDEN, letters, List.of(), Reason.of("tables.hidden.column", column.name()));
            }
        });
    }

    private boolean filled(XSSFRow row) {
        return headers.keySet().stream().anyMatch(index -> given(row, index) != null);
    }

    private static Given given(XSSFRow row, int index) {
        XSSFCell cell = row.getCell(index);
        return cell == null ? null : CellReader.read(cell);
    }

    /** Rows as {@code 5, 7 to 9}. */
    private static String stretches(List<Integer> rows) {
        StringBuilder text = new StringBuilder();
        for (int i = 0, end; i < rows.size(); i = end + 1) {
            for (end = i; end + 1 < rows.size() && rows.get(end + 1) == rows.get(end) + 1; ) {
                end++;
            }
            text.append(i == 0 ? "" : ", ").append(rows.get(i)).append(end == i ? "" : "-" + rows.get(end));
        }
        return text.toString();
    }

    /**
     * Where the others of a column are above 1 %, a fraction without the sign is as likely meant in hundredths: 0.15 typed
     * for 15 % into a cell that is not formatted as the others are.
     */
    private void figures(int index, Column column) {
        if (!column.percent() || column.type() != Column.CellType.INTEGER && column.type() != Column.CellType.DECIMAL) {
            return;
        }
        List<XSSFCell> fractions = new ArrayList<>();
        int above = 0;
        int below = 0;
        for (int i = CitedRows.FIRST_ROW - 1; i <= from.getLastRowNum(); i++) {
            XSSFCell cell = from.getRow(i) == null ? null : from.getRow(i).getCell(index);
            BigDecimal value = cell == null ? null : value(column, CellReader.read(cell));
            if (value == null || value.signum() == 0) {
                continue;
            }
            boolean fraction = value.abs().compareTo(BigDecimal.ONE) <= 0;
            if (fraction && !signed(cell)) {
                fractions.add(cell);
            } else {
                above += fraction ? 0 : 1;
                below += fraction ? 1 : 0;
            }
        }
        if (above > below) {
            fractions.forEach(cell -> {
                BigDecimal value = value(column, CellReader.read(cell));
                String read = CellText.of(value);
                add(
                        Remark.Kind.DOUBT,
                        cell.getReference(),
                        List.of(cell.getRowIndex() + 1),
                        Reason.of("tables.doubt.percent", read, CellText.of(value.movePointRight(2))));
            });
        }
    }

    private static BigDecimal value(Column column, Given given) {
        try {
            Object value = given == null ? null : CellCheck.value(column, given);
            return value instanceof Integer whole ? BigDecimal.valueOf(whole) : (BigDecimal) value;
        } catch (CellCheck.Wrong wrong) {
            // an error of its own
            return null;
        }
    }

    /** Whether the cell shows a per cent sign, be it only drawn. */
    private static boolean signed(XSSFCell cell) {
        return switch (cell.getCellType()) {
            case STRING -> cell.getStringCellValue().contains("%");
            default ->
                cell.getCellStyle().getDataFormatString() != null
                        && cell.getCellStyle().getDataFormatString().contains("%");
        };
    }
}
