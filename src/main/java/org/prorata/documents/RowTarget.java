package org.prorata.documents;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;
import org.prorata.ledger.ResultColumn;

/** Where parts of a run go, one after the other. */
sealed interface RowTarget extends Closeable permits Workbook, CsvFolder {

    /** The rows that follow are those of this part, whose columns stand under their own names. */
    default void begin(String name, List<ResultColumn> columns) throws IOException {
        begin(name, columns, UnaryOperator.identity());
    }

    /** @param heading what stands over a column, by its name */
    void begin(String name, List<ResultColumn> columns, UnaryOperator<String> heading) throws IOException;

    void row(List<Object> values) throws IOException;
}
