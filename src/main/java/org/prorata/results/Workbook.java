package org.prorata.results;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.prorata.store.RunRows;
import org.prorata.tables.RowBook;

/** A sheet for each part; a part that is too long for one goes on in another. */
final class Workbook implements Target {

    private final RowBook book;
    private final int most;
    private String name;
    private List<RunRows.Column> columns;
    private int rows;
    private int sheets;

    /** @param most rows of a sheet, its header not counted */
    Workbook(Path file, int most) throws IOException {
        this.book = new RowBook(Files.newOutputStream(file));
        this.most = most;
    }

    @Override
    public void begin(String part, List<RunRows.Column> columnsOfPart) throws IOException {
        name = part;
        columns = columnsOfPart;
        sheets = 0;
        sheet();
    }

    private void sheet() throws IOException {
        sheets++;
        rows = 0;
        book.sheet(sheets == 1 ? name : name + " " + sheets, columns.stream()
                .map(column -> new RowBook.Header(column.name(), width(column), figure(column.kind()))).toList());
    }

    private static boolean figure(RunRows.Kind kind) {
        return kind == RunRows.Kind.DAY || kind == RunRows.Kind.DECIMAL || kind == RunRows.Kind.WHOLE;
    }

    /** In letters. */
    private static int width(RunRows.Column column) {
        return switch (column.kind()) {
            case TEXT -> column.name().equals("message") ? 90 : 18;
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
