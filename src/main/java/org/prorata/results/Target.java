package org.prorata.results;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.prorata.store.RunRows;

/** Where parts of a run go, one after the other. */
sealed interface Target extends Closeable permits Workbook, CsvFolder {

    /** The rows that follow are those of this part. */
    void begin(String name, List<RunRows.Column> columns) throws IOException;

    void row(List<Object> values) throws IOException;
}
