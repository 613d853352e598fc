package org.prorata.decision;

import java.util.List;

/**
 * A row of a decision table that a decision rests on.
 *
 * @param row     number of the row as the spreadsheet program shows it, 1 the first
 * @param clauses clauses that the row implements, may be empty
 * @param status  published, or how weak the value's source is (secondary, derived …); null where it does not apply
 */
public record TableRow(String workbook, String sheet, int row, List<String> clauses, Reading reading, String status) {

    public TableRow {
        clauses = List.copyOf(clauses);
    }

    /** The citation {@code workbook!sheet!row}. */
    public String citation() {
        return workbook + "!" + sheet + "!" + row;
    }
}
