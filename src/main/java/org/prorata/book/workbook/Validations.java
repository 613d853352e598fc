package org.prorata.book.workbook;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationConstraint.OperatorType;
import org.apache.poi.ss.usermodel.DataValidationConstraint.ValidationType;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.prorata.book.schema.CellCheck;
import org.prorata.book.schema.CitedRows;
import org.prorata.book.schema.Column;

/** What the cells of a sheet accept while they are typed: lists to choose from, bounds, and the words when it is wrong. */
final class Validations {

    /** Rows below the last that accept the same, for those that will be added. */
    private static final int SPARE_ROWS = 1_000;
    /** The file format holds no more characters of a list or a message. */
    private static final int LONGEST_LIST = 255;

    private static final int LONGEST_MESSAGE = 225;
    private static final int LONGEST_TITLE = 32;
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
    /** The first day on which all programs agree. */
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 3, 1);

    private static final LocalDate LAST_DAY = LocalDate.of(2199, 12, 31);

    private final XSSFSheet sheet;
    private final HelpText words;
    private final Lists lists;
    private final List<String> terms;

    /** @param terms the profiles that other workbooks may name, empty where they are not known */
    Validations(XSSFSheet sheet, HelpText words, Lists lists, List<String> terms) {
        this.sheet = sheet;
        this.words = words;
        this.lists = lists;
        this.terms = terms;
    }

    /** @param last number of the last row that is filled */
    void add(int index, Column column, int last) {
        DataValidationHelper helper = sheet.getDataValidationHelper();
        boolean profiles = column.name().equals("terms") && column.type() == Column.CellType.NAME && !terms.isEmpty();
        DataValidationConstraint constraint =
                profiles ? helper.createFormulaListConstraint(lists.place(terms)) : constraint(helper, column);
        if (constraint == null) {
            return;
        }
        DataValidation validation = helper.createValidation(
                constraint, new CellRangeAddressList(CitedRows.FIRST_ROW - 1, last + SPARE_ROWS - 1, index, index));
        // POI has it the wrong way round for this file format: true shows the arrow
        validation.setSuppressDropDownArrow(true);
        validation.setShowErrorBox(true);
        validation.setEmptyCellAllowed(!column.required());
        // a profile may be new, its row being on its way in another workbook
        validation.setErrorStyle(profiles ? DataValidation.ErrorStyle.WARNING : DataValidation.ErrorStyle.STOP);
        validation.createErrorBox(
                shortened(column.name(), LONGEST_TITLE),
                shortened(profiles ? words.unknown(column) : words.stop(column), LONGEST_MESSAGE));
        sheet.addValidationData(validation);
    }

    private DataValidationConstraint constraint(DataValidationHelper helper, Column column) {
        return switch (column.type()) {
            case YES_NO -> helper.createExplicitListConstraint(new String[] {"yes", "no"});
            case LIST ->
                String.join(",", column.allowed()).length() > LONGEST_LIST
                        ? helper.createFormulaListConstraint(lists.place(column.allowed()))
                        : helper.createExplicitListConstraint(column.allowed().toArray(String[]::new));
            case INTEGER, DECIMAL ->
                column.min() == null
                        ? null
                        : helper.createNumericConstraint(
                                column.type() == Column.CellType.INTEGER
                                        ? ValidationType.INTEGER
                                        : ValidationType.DECIMAL,
                                OperatorType.BETWEEN,
                                bound(column, column.min()),
                                bound(column, column.max()));
            case DATE -> helper.createDateConstraint(OperatorType.BETWEEN, serial(FIRST_DAY), serial(LAST_DAY), null);
            case TEXT ->
                helper.createTextLengthConstraint(
                        OperatorType.LESS_OR_EQUAL, String.valueOf(CellCheck.LONGEST_TEXT), null);
            default -> null;
        };
    }

    private static String bound(Column column, BigDecimal bound) {
        return (column.percent() ? bound.movePointLeft(2) : bound).toPlainString();
    }

    private static String serial(LocalDate day) {
        return String.valueOf(day.toEpochDay() - DAY_ZERO.toEpochDay());
    }

    private static String shortened(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }
}
