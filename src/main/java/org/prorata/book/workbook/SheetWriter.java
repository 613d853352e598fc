package org.prorata.book.workbook;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCol;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTSheetProtection;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.STCellType;
import org.prorata.book.schema.CellText;
import org.prorata.book.schema.CitedRows;
import org.prorata.book.schema.Column;
import org.prorata.book.schema.Table;
import org.prorata.decision.policy.Row;

/** Writes one sheet: title, purpose, help and headers, then the rows; what is not data is locked. */
final class SheetWriter {

    private static final int LAST_COLUMN = 16_384;
    /** In letters: how much of a line the purpose takes. */
    private static final int LINE = 150;
    /** In how many lines the help of a column stands above it, in one language. */
    private static final int HELP_LINES = 5;
    /** Letters beside a letter of the data, in parts of a hundred: a column's width counts digits, which are wider than most letters. */
    private static final int TEXT = 115;

    private static final int SMALL = 150;
    private static final int SMALLER = 125;
    private static final int LARGE = 70;
    private static final int WIDE_SHEET = 260;

    private final Table table;
    private final XSSFSheet sheet;
    private final Styles styles;
    private final HelpText words;
    private final Validations validations;
    private final List<Column> columns;
    private final int[] widths;

    SheetWriter(Table table, XSSFSheet sheet, Styles styles, HelpText words, Validations validations) {
        this.table = table;
        this.sheet = sheet;
        this.styles = styles;
        this.words = words;
        this.validations = validations;
        this.columns = table.sheet().columns();
        this.widths = new int[columns.size()];
    }

    void write() {
        Comments comments = new Comments(sheet);
        XSSFRow help = row(CitedRows.HEADER_ROW - 2);
        XSSFRow header = row(CitedRows.HEADER_ROW - 1);
        header.setHeightInPoints(18);
        int width = 0;
        for (int i = 0; i < columns.size(); i++) {
            widths[i] = width(columns.get(i));
            width += widths[i];
            sheet.setColumnWidth(i, widths[i] * 256);
            sheet.setDefaultColumnStyle(i, styles.data(columns.get(i), false));
        }
        int lines = 1;
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            String above = words.help(table.sheet(), column);
            lines = Math.max(lines, lines(above, (widths[i] - 2) * SMALL / 100));
            cell(help, i, above).setCellStyle(styles.help);
            XSSFCell cell = cell(header, i, column.name());
            cell.setCellStyle(styles.header(column.role()));
            comments.add(cell, words.comment(table.sheet(), column));
            validations.add(i, column, last());
        }
        help.setHeightInPoints(4 + 11 * lines);
        String title = words.title(table.sheet());
        across(0, title, width, 4 + 20 * lines(title, width * LARGE / 100));
        String purpose = words.purpose(table.sheet());
        int line = Math.min(width, LINE);
        across(1, purpose, line, 4 + 13 * lines(purpose, line * SMALLER / 100));
        table.rows().forEach(this::row);
        lock();
        sheet.createFreezePane(frozen(), CitedRows.HEADER_ROW);
        sheet.setAutoFilter(new CellRangeAddress(CitedRows.HEADER_ROW - 1, last() - 1, 0, columns.size() - 1));
        Paper.landscape(sheet, width > WIDE_SHEET);
        sheet.setRepeatingRows(new CellRangeAddress(CitedRows.HEADER_ROW - 1, CitedRows.HEADER_ROW - 1, -1, -1));
    }

    private int last() {
        return table.rows().stream().mapToInt(row -> row.ref().row()).max().orElse(CitedRows.HEADER_ROW);
    }

    /** A row above the data, locked in all its length. */
    private XSSFRow row(int index) {
        XSSFRow row = sheet.createRow(index);
        row.setRowStyle(styles.locked);
        return row;
    }

    private static XSSFCell cell(XSSFRow row, int column, String text) {
        XSSFCell cell = row.createCell(column);
        cell.setCellValue(text);
        return cell;
    }

    /** A text over as many columns as its line needs. */
    private void across(int index, String text, int letters, int points) {
        XSSFRow row = row(index);
        row.setHeightInPoints(points);
        int end = 0;
        for (int width = widths[0]; width < letters && end + 1 < columns.size(); end++) {
            width += widths[end + 1];
        }
        for (int i = 0; i < columns.size(); i++) {
            row.createCell(i).setCellStyle(index == 0 ? styles.title : styles.explanation);
        }
        row.getCell(0).setCellValue(text);
        if (end > 0) {
            sheet.addMergedRegion(new CellRangeAddress(index, index, 0, end));
        }
    }

    /** Room for what stands in a column, within what can be read at a glance. */
    private int width(Column column) {
        int filled = table.rows().stream()
                .map(row -> row.values().get(column.name()))
                .filter(value -> value != null)
                .mapToInt(value -> shown(value).length() + 2)
                .max()
                .orElse(0);
        int listed = column.allowed().stream().mapToInt(String::length).max().orElse(0) + 2;
        int room = switch (column.type()) {
            case TEXT ->
                column.name().equals(TestSheet.VERDICT)
                        ? 12
                        : column.name().equals(TestSheet.MEASURED) ? 14 : Math.max(24, Math.min(filled, 42));
            case NAME -> Math.max(18, Math.min(filled + 1, 42));
            case CLAUSE, CLAUSES -> Math.max(14, Math.min(filled + 1, 26));
            default -> Math.max(12, listed);
        };
        int help = words.help(table.sheet(), column)
                .lines()
                .mapToInt(String::length)
                .max()
                .orElse(0);
        return Math.max(Math.max(room, column.name().length() + 6), help * 100 / SMALL / HELP_LINES + 3);
    }

    static int lines(String text, int letters) {
        int lines = 0;
        for (String line : text.split("\n", -1)) {
            int room = 0;
            lines++;
            for (String word : line.split(" ")) {
                room += word.length() + 1;
                if (room > letters + 1 && room > word.length() + 1) {
                    lines++;
                    room = word.length() + 1;
                }
                for (; room > letters + 1; room -= letters) {
                    lines++;
                }
            }
        }
        return lines;
    }

    /** The columns that say which row it is stay in sight. */
    private int frozen() {
        return switch (table.sheet().kind()) {
            case POLICY, TEXTS -> 1;
            case DAYS, HALF_YEARS, MONTHS -> 2;
        };
    }

    private void row(Row row) {
        XSSFRow out = sheet.createRow(row.ref().row() - 1);
        int lines = 1;
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            XSSFCell cell = out.createCell(i);
            Object value = row.values().get(column.name());
            String text = value == null ? "" : CellText.of(value);
            cell.setCellStyle(styles.data(column, value instanceof String && "=+-@".indexOf(text.charAt(0)) >= 0));
            if (value instanceof LocalDate day) {
                cell.setCellValue(day);
            } else if (value instanceof BigDecimal || value instanceof Integer) {
                BigDecimal number = new BigDecimal(text);
                cell.getCTCell().setT(STCellType.N);
                cell.getCTCell().setV(CellText.of(column.percent() ? number.movePointLeft(2) : number));
            } else if (value != null) {
                String shown = shown(value);
                cell.setCellValue(shown);
                if (cell.getCellStyle().getWrapText()) {
                    lines = Math.max(
                            lines,
                            lines(
                                    shown,
                                    column.type() == Column.CellType.TEXT
                                            ? (widths[i] - 2) * TEXT / 100
                                            : widths[i] - 3));
                }
            }
        }
        out.setHeightInPoints(15 * Math.min(lines, RowBook.MOST_LINES));
        // the height is what the text needs now: it may grow with it
        out.getCTRow().unsetCustomHeight();
    }

    private static String shown(Object value) {
        return value instanceof List<?> ? CellText.of(value).replace(",", ", ") : CellText.of(value);
    }

    /** Headers cannot be typed over; rows can be added, deleted, sorted and filtered, for which all their cells must be free. */
    private void lock() {
        CTCol rest = sheet.getCTWorksheet().getColsArray(0).addNewCol();
        rest.setMin(columns.size() + 1);
        rest.setMax(LAST_COLUMN);
        rest.setWidth(11);
        rest.setStyle(styles.free.getIndex());
        sheet.enableLocking();
        CTSheetProtection protection = sheet.getCTWorksheet().getSheetProtection();
        protection.setFormatCells(false);
        protection.setFormatColumns(false);
        protection.setFormatRows(false);
        protection.setInsertRows(false);
        protection.setDeleteRows(false);
        protection.setSort(false);
        protection.setAutoFilter(false);
        protection.setObjects(false);
    }
}
