package org.prorata.ledger;

import java.util.List;
import java.util.function.Consumer;

/**
 * Rows of one kind that a run made, read one after the other, however many there are.
 *
 * @param columns in the order of the values of a row
 * @param rows    hands each row to who asks
 */
public record ResultTable(String name, List<ResultColumn> columns, Consumer<Consumer<List<Object>>> rows) {

    public ResultTable {
        columns = List.copyOf(columns);
    }
}
