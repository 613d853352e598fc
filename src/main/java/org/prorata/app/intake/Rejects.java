package org.prorata.app.intake;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.prorata.contract.document.Problem;

/**
 * Rejected rows as they stood, each behind the reason: mended, the file can be imported as it is. The reason stands first,
 * so that it has its place also before a row that is too long.
 */
final class Rejects implements Closeable {

    private final CsvWriter writer;
    /** Where the original has reasons of an earlier import, or -1. */
    private final int earlier;

    private Rejects(CsvWriter writer, int earlier) {
        this.writer = writer;
        this.earlier = earlier;
    }

    /** In the form of the original; a file that is there is written anew. */
    static Rejects open(Path path, CsvFile original) throws IOException {
        if (Files.exists(path) && Files.isSameFile(path, original.path())) {
            throw CsvFile.error(path, 0, "same-file", "is the file that is imported; rejected rows go to another one");
        }
        Writer out = Files.newBufferedWriter(path, StandardCharsets.UTF_8);
        if (original.marked()) {
            out.write('\uFEFF');
        }
        Rejects rejects = new Rejects(
                CsvWriter.builder()
                        .fieldSeparator(original.separator())
                        .lineDelimiter(LineDelimiter.LF)
                        .build(out),
                original.header().columns().indexOf(Feed.REASON));
        rejects.write(Feed.REASON, original.header().columns());
        return rejects;
    }

    void add(CsvRow row, List<Problem> problems) {
        write(
                problems.stream()
                        .map(problem -> (problem.path().isEmpty() ? "" : problem.path() + ": ") + problem.message())
                        .collect(Collectors.joining(" | ")),
                row.cells());
    }

    private void write(String reason, List<String> cells) {
        List<String> all = new ArrayList<>(cells.size() + 1);
        all.add(reason);
        all.addAll(cells);
        if (earlier >= 0 && earlier < cells.size()) {
            all.remove(earlier + 1);
        }
        writer.writeRecord(all);
    }

    @Override
    public void close() {
        try {
            writer.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
