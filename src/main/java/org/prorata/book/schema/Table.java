package org.prorata.book.schema;

import java.util.List;
import org.prorata.decision.policy.Row;

/** One sheet's validated rows, in the order of the workbook. */
public record Table(Sheet sheet, List<Row> rows) {

    public Table {
        rows = List.copyOf(rows);
    }
}
