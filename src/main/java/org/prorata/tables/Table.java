package org.prorata.tables;

import java.util.List;
import org.prorata.policy.Row;

/** One sheet's validated rows, in the order of the workbook. */
public record Table(Sheet sheet, List<Row> rows) {

    public Table {
        rows = List.copyOf(rows);
    }
}
