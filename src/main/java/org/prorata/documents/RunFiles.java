package org.prorata.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.prorata.book.workbook.RowBook;
import org.prorata.ledger.ResultTable;

/** Writes what a run or preview made into files, row by row. */
public final class RunFiles {

    private RunFiles() {}

    /** All tables into the sheets of one workbook; returns the rows of each. */
    public static Map<String, Long> workbook(List<ResultTable> tables, Path file) throws IOException {
        return write(tables, new Workbook(file, RowBook.MOST_ROWS));
    }

    /** Each table into a file of its own; returns the rows of each. */
    public static Map<String, Long> csv(List<ResultTable> tables, Path folder) throws IOException {
        return write(tables, new CsvFolder(folder));
    }

    private static Map<String, Long> write(List<ResultTable> tables, RowTarget target) throws IOException {
        Map<String, Long> counts = new LinkedHashMap<>();
        try (target) {
            for (ResultTable table : tables) {
                target.begin(table.name(), table.columns());
                counts.put(table.name(), 0L);
                table.rows().accept(values -> {
                    try {
                        target.row(values);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                    counts.merge(table.name(), 1L, Long::sum);
                });
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return counts;
    }
}
