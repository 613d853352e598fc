package org.prorata.documents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.prorata.book.workbook.RowBook;
import org.prorata.ledger.ResultColumn;

/** A sheet for each part; a part that is too long for one goes on in another. */
final class Workbook implements RowTarget {

    /** Columns of texts that may need several lines, with their widths in letters. */
    private static final Map<String, Integer> LONG = Map.of("message", 90, "rows", 46, "clauses", 26, "what", 32);

    private static final Set<String> SHORT = Set.of("currency", "kind", "state", "category");

    private final RowBook book;
    private final int most;
    private String name;
    private List<RowBook.ColumnHeader> headers;
    private int rows;
    private int sheets;

    /** @param most rows of a sheet, its header not counted */
    Workbook(Path file, int most) throws IOException {
        this.book = new RowBook(Files.newOutputStream(file));
        this.most = most;
    }

    @Override
    public void begin(String part, List<ResultColumn> columns, UnaryOperator<String> heading) throws IOException {
        name = part;
        headers = columns.stream()
                .map(column -> {
                    String over = heading.apply(column.name());
                    return new RowBook.ColumnHeader(
                            over,
                            Math.max(width(column), over.length() + 3),
                            figure(column.kind()),
                            LONG.containsKey(column.name()));
                })
                .toList();
        sheets = 0;
        sheet();
    }

    private void sheet() throws IOException {
        sheets++;
        rows = 0;
        book.sheet(sheets == 1 ? name : name + " " + sheets, headers);
    }

    private static boolean figure(ResultColumn.Kind kind) {
        return kind == ResultColumn.Kind.DAY || kind == ResultColumn.Kind.DECIMAL || kind == ResultColumn.Kind.WHOLE;
    }

    /** In letters. */
    private static int width(ResultColumn column) {
        return switch (column.kind()) {
            case TEXT ->
                LONG.containsKey(column.name()) ? LONG.get(column.name()) : SHORT.contains(column.name()) ? 10 : 20;
            case DAY, DECIMAL -> 14;
            case WHOLE, YES_NO -> 10;
        };
    }

    @Override
    public void row(List<Object> values) throws IOException {
        if (rows++ == most) {
            sheet();
            rows = 1;
        }
        book.row(values);
    }

    @Override
    public void close() throws IOException {
        book.close();
    }
}
