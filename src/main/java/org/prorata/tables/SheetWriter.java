package org.prorata.tables;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationConstraint.OperatorType;
import org.apache.poi.ss.usermodel.DataValidationConstraint.ValidationType;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.STCellType;
import org.prorata.policy.Row;

/** Writes one sheet: title, explanation, help and headers, then the rows. */
final class SheetWriter {

    /** Rows below the last that still have drop-downs, for those that will be added. */
    private static final int SPARE_ROWS = 1_000;
    private static final int LONGEST_LIST = 255;

    private final Table table;
    private final XSSFSheet sheet;
    private final Styles styles;
    private final List<Column> columns;

    SheetWriter(Table table, XSSFSheet sheet, Styles styles) {
        this.table = table;
        this.sheet = sheet;
        this.styles = styles;
        this.columns = table.sheet().columns();
    }

    void write() {
        line(0, table.sheet().title()).setCellStyle(styles.title);
        line(1, switch (table.sheet().kind()) {
            case POLICY -> "Each row answers for the cases that its blue columns name; an empty blue cell matches any. Green columns are the answer, grey ones are notes.";
            case DAYS -> "A published series: each row holds from its first day to its last, or until the next row begins. Rows in the order of their days.";
            case HALF_YEARS -> "A published series: one row for each half-year, in their order. A half-year without a row is an error, never a guess.";
            case MONTHS -> "A published index: one row for each month, in their order. A month without a row is an error, never a guess.";
        }).setCellStyle(styles.explanation);
        XSSFRow help = sheet.createRow(Rows.HEADER_ROW - 2);
        help.setHeightInPoints(48);
        XSSFRow header = sheet.createRow(Rows.HEADER_ROW - 1);
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            sheet.setColumnWidth(i, width(column) * 256);
            sheet.setDefaultColumnStyle(i, styles.data(column, false));
            XSSFCell above = help.createCell(i);
            above.setCellValue(column.help());
            above.setCellStyle(styles.help);
            XSSFCell cell = header.createCell(i);
            cell.setCellValue(column.name());
            cell.setCellStyle(styles.header(column.role()));
            comment(cell, column);
            validation(i, column);
        }
        table.rows().forEach(this::row);
        sheet.createFreezePane(1, Rows.HEADER_ROW);
        sheet.setAutoFilter(new CellRangeAddress(Rows.HEADER_ROW - 1, last() - 1, 0, columns.size() - 1));
    }

    private int last() {
        return table.rows().stream().mapToInt(row -> row.ref().row()).max().orElse(Rows.HEADER_ROW);
    }

    private XSSFCell line(int index, String text) {
        XSSFCell cell = sheet.createRow(index).createCell(0);
        cell.setCellValue(text);
        return cell;
    }

    private static int width(Column column) {
        return switch (column.type()) {
            case TEXT -> 44;
            case NAME, CLAUSES -> 24;
            case LIST -> Math.max(16, column.allowed().stream().mapToInt(String::length).max().orElse(0) + 4);
            default -> Math.max(13, column.name().length() + 4);
        };
    }

    private void row(Row row) {
        XSSFRow out = sheet.createRow(row.ref().row() - 1);
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            Object value = row.values().get(column.name());
            if (value != null) {
                XSSFCell cell = out.createCell(i);
                String text = CellText.of(value);
                cell.setCellStyle(styles.data(column, value instanceof String && "=+-@".indexOf(text.charAt(0)) >= 0));
                if (value instanceof LocalDate day) {
                    cell.setCellValue(day);
                } else if (value instanceof BigDecimal || value instanceof Integer) {
                    cell.getCTCell().setT(STCellType.N);
                    cell.getCTCell().setV(text);
                } else {
                    cell.setCellValue(value instanceof List<?> ? text.replace(",", ", ") : text);
                }
            }
        }
    }

    private void comment(XSSFCell cell, Column column) {
        XSSFClientAnchor anchor = new XSSFClientAnchor(0, 0, 0, 0, cell.getColumnIndex(), cell.getRowIndex() + 1,
                cell.getColumnIndex() + 2, cell.getRowIndex() + 7);
        XSSFComment comment = sheet.createDrawingPatriarch().createCellComment(anchor);
        comment.setString(column.help() + ".\n" + (column.required() ? "Required: " : column.needed().isEmpty() ? "May be empty; else "
                : "Required with " + column.needed().stream().map(Needed::shown).collect(Collectors.joining(", or with "))
                + ", else it may be empty: ") + Wording.allowed(column) + ".");
        comment.setAuthor("Prorata");
        cell.setCellComment(comment);
    }

    private void validation(int index, Column column) {
        DataValidationHelper helper = sheet.getDataValidationHelper();
        DataValidationConstraint constraint = constraint(helper, column);
        if (constraint == null) {
            return;
        }
        DataValidation validation = helper.createValidation(constraint,
                new CellRangeAddressList(Rows.FIRST_ROW - 1, last() + SPARE_ROWS - 1, index, index));
        // POI has it the wrong way round for this file format: true shows the arrow
        validation.setSuppressDropDownArrow(true);
        validation.setShowErrorBox(true);
        validation.createErrorBox(column.name(), shortened("Allowed: " + Wording.allowed(column)));
        sheet.addValidationData(validation);
    }

    private static DataValidationConstraint constraint(DataValidationHelper helper, Column column) {
        return switch (column.type()) {
            case YES_NO -> helper.createExplicitListConstraint(new String[] {"yes", "no"});
            // the file format holds no longer list; the header's comment names the values
            case LIST -> String.join(",", column.allowed()).length() > LONGEST_LIST ? null
                    : helper.createExplicitListConstraint(column.allowed().toArray(String[]::new));
            case INTEGER, DECIMAL -> column.min() == null ? null : helper.createNumericConstraint(
                    column.type() == Column.Type.INTEGER ? ValidationType.INTEGER : ValidationType.DECIMAL,
                    OperatorType.BETWEEN, column.min().toPlainString(), column.max().toPlainString());
            default -> null;
        };
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_LIST ? text : text.substring(0, LONGEST_LIST - 1) + "…";
    }
}
