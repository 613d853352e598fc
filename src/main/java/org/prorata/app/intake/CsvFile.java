package org.prorata.app.intake;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.prorata.contract.document.DossierErrors;
import org.prorata.contract.document.Problem;

/**
 * A file of comma- or semicolon-separated rows below a header, read row by row: neither a long line nor a long file is
 * ever held whole. What makes the file as a whole unreadable is a {@link DossierErrors}.
 *
 * @param separator what stands between cells
 * @param marked    whether the file begins with a byte order mark, by which spreadsheets tell UTF-8
 */
record CsvFile(Path path, char separator, boolean marked, FileHeader header) {

    /** Longer than any cell that means something. */
    static final int MOST_IN_CELL = 10_000;

    static final int MOST_IN_ROW = 100_000;
    private static final int MOST_CELLS = 1_000;
    /** Room for one cell, twice over. */
    private static final int BUFFER = 1 << 15;

    private static final Pattern LINE = Pattern.compile("started in line ([0-9]+)");

    static CsvFile open(Path path, Feed feed) {
        return open(path, feed, feed.needed());
    }

    /** @param needed the columns that it must have */
    static CsvFile open(Path path, Feed feed, List<String> needed) {
        String first = Utf8Text.firstLine(path, MOST_IN_ROW);
        char separator = first.indexOf(';') >= 0 ? ';' : ',';
        boolean marked = first.startsWith("\uFEFF");
        CsvRow[] header = new CsvRow[1];
        read(path, separator, row -> header[0] = row, 1);
        if (header[0] == null) {
            throw error(
                    path,
                    1,
                    "empty-file",
                    "the file is empty; a header with the columns " + String.join(", ", needed) + " is wanted");
        }
        return new CsvFile(path, separator, marked, FileHeader.of(path.toString(), header[0], feed, needed));
    }

    /** Reads all rows and forgets them: afterwards the file is known to be readable to its end. */
    void check() {
        read(path, separator, row -> {}, Long.MAX_VALUE);
    }

    /** All rows below the header, in order. */
    void rows(Consumer<CsvRow> each) {
        boolean[] below = new boolean[1];
        read(
                path,
                separator,
                row -> {
                    if (below[0]) {
                        each.accept(row);
                    }
                    below[0] = true;
                },
                Long.MAX_VALUE);
    }

    private static void read(Path path, char separator, Consumer<CsvRow> each, long most) {
        try (CsvReader<CsvRecord> records = CsvReader.builder()
                .fieldSeparator(separator)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .maxBufferSize(BUFFER)
                .build(
                        CsvRecordHandler.of(bounds -> bounds.maxFields(MOST_CELLS)
                                .maxFieldSize(MOST_IN_CELL)
                                .maxRecordSize(MOST_IN_ROW)),
                        Utf8Text.reader(path))) {
            long rows = 0;
            for (CsvRecord record : records) {
                each.accept(new CsvRow(Math.toIntExact(record.getStartingLineNumber()), record.getFields()));
                if (++rows == most) {
                    return;
                }
            }
        } catch (CsvParseException e) {
            throw unreadable(path, e);
        } catch (IOException e) {
            throw Utf8Text.unreadable(path, e);
        } catch (UncheckedIOException e) {
            throw Utf8Text.unreadable(path, e.getCause());
        }
    }

    private static DossierErrors unreadable(Path path, CsvParseException e) {
        Matcher place = LINE.matcher(e.getMessage());
        int line = place.find() ? Integer.parseInt(place.group(1)) : 1;
        String cause = e.getCause() == null ? e.getMessage() : e.getCause().getMessage();
        return cause.contains("after closing quote")
                ? error(
                        path,
                        line,
                        "syntax",
                        "something follows a closing quote; quotes within a cell in quotes are doubled")
                : error(
                        path,
                        line,
                        "too-large",
                        "a cell has more than " + MOST_IN_CELL + " characters, or the row more than " + MOST_IN_ROW
                                + " characters or " + MOST_CELLS
                                + " cells; or a quote that opens here is never closed");
    }

    static DossierErrors error(Path path, int line, String code, String message) {
        return new DossierErrors(List.of(new Problem(path.toString(), line, "", message, code)));
    }
}
