package org.prorata.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.prorata.book.workbook.RowBook;
import org.prorata.ledger.Run;
import org.prorata.store.base.Session;
import org.prorata.store.runs.RunRows;

/** Writes what a run or preview made into files, row by row. */
public final class RunFiles {

    private final RunRows rows;

    public RunFiles(Session session) {
        this.rows = new RunRows(session);
    }

    /** All parts into the sheets of one workbook; returns the rows of each. */
    public Map<String, Long> workbook(Run run, Path file) throws IOException {
        return workbook(run, file, RowBook.MOST_ROWS);
    }

    Map<String, Long> workbook(Run run, Path file, int most) throws IOException {
        return write(run, new Workbook(file, most));
    }

    /** Each part into a file of its own; returns the rows of each. */
    public Map<String, Long> csv(Run run, Path folder) throws IOException {
        return write(run, new CsvFolder(folder));
    }

    private Map<String, Long> write(Run run, Target target) throws IOException {
        Map<String, Long> counts = new LinkedHashMap<>();
        try (target) {
            for (RunRows.Part part : rows.parts(run)) {
                target.begin(part.name(), part.columns());
                counts.put(part.name(), 0L);
                rows.rows(run, part, values -> {
                    try {
                        target.row(values);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                    counts.merge(part.name(), 1L, Long::sum);
                });
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return counts;
    }
}
