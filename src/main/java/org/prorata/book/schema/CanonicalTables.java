package org.prorata.book.schema;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.prorata.decision.policy.Row;

/**
 * Validated tables as text, one line a row: {@code workbook!sheet!row<TAB>column=value<TAB>…}. The text depends on the
 * values alone, so its hash names the content; it is read back without checks, since only validated content is written.
 */
public final class CanonicalTables {

    private CanonicalTables() {}

    /** The text of all rows, by workbook, sheet and row number; empty cells and sheets leave no trace. */
    public static String write(Tables tables) {
        StringBuilder out = new StringBuilder();
        tables.all().stream()
                .sorted(Comparator.comparing(table -> table.sheet().id()))
                .forEach(table -> table.rows().stream()
                        .sorted(Comparator.comparingInt((Row row) -> row.ref().row()))
                        .forEach(row -> line(out, table.sheet(), row)));
        return out.toString();
    }

    private static void line(StringBuilder out, Sheet sheet, Row row) {
        out.append(row.ref().citation());
        for (Column column : sheet.columns()) {
            Object value = row.values().get(column.name());
            if (value != null) {
                out.append('\t').append(column.name()).append('=');
                escape(out, CellText.of(value));
            }
        }
        out.append('\n');
    }

    private static void escape(StringBuilder out, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> out.append("\\\\");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                default -> out.append(c);
            }
        }
    }

    /**
     * The tables of a text, one for each sheet in the order given; a sheet without rows is an empty table.
     *
     * @throws IllegalArgumentException when a line does not fit the sheets; the message begins with the line's number
     */
    public static Tables read(String text, List<Sheet> sheets) {
        return read(text, sheets, false);
    }

    /** The same of an older program's text: sheets and columns that this program does not know any more are kept, as texts. */
    public static Tables readOlder(String text, List<Sheet> sheets) {
        return read(text, sheets, true);
    }

    private static Tables read(String text, List<Sheet> sheets, boolean older) {
        Map<String, TextReading> readings = new LinkedHashMap<>();
        sheets.forEach(sheet -> readings.put(sheet.id(), new TextReading(sheet)));
        int number = 0;
        for (int from = 0; from < text.length(); ) {
            int end = text.indexOf('\n', from);
            end = end < 0 ? text.length() : end;
            number++;
            try {
                row(text.substring(from, end), readings, older);
            } catch (RuntimeException e) {
                throw new IllegalArgumentException("line " + number + " of the tables: " + e.getMessage(), e);
            }
            from = end + 1;
        }
        return new Tables(readings.values().stream()
                .map(reading -> new Table(reading.sheet, reading.rows))
                .toList());
    }

    private static void row(String line, Map<String, TextReading> readings, boolean older) {
        int tab = end(line, 0);
        int mark = line.lastIndexOf('!', tab - 1);
        TextReading reading = mark < 0 ? null : readings.get(line.substring(0, mark));
        if (reading == null && older && line.lastIndexOf('!', mark - 1) > 0) {
            reading = TextReading.gone(line.substring(0, mark));
            readings.put(reading.sheet.id(), reading);
        }
        if (reading == null) {
            throw new IllegalArgumentException("\"" + line.substring(0, tab) + "\" is not a row of a known sheet");
        }
        Map<String, Object> values = new LinkedHashMap<>();
        for (int from = tab + 1; from < line.length(); from = tab + 1) {
            tab = end(line, from);
            int equal = line.indexOf('=', from);
            Column column = equal < 0 || equal > tab ? null : reading.column(line.substring(from, equal), older);
            if (column == null) {
                throw new IllegalArgumentException(
                        "\"" + line.substring(from, tab) + "\" is not a column of " + reading.sheet.id());
            }
            values.put(column.name(), value(column, unescape(line.substring(equal + 1, tab)), older));
            reading.last = column;
        }
        reading.rows.add(CitedRows.of(reading.sheet, Integer.parseInt(line.substring(mark + 1, end(line, 0))), values));
        reading.last = null;
    }

    private static Object value(Column column, String text, boolean older) {
        try {
            return CellText.parse(column, text);
        } catch (RuntimeException e) {
            if (older) {
                return text;
            }
            throw e;
        }
    }

    private static int end(String line, int from) {
        int tab = line.indexOf('\t', from);
        return tab < 0 ? line.length() : tab;
    }

    private static String unescape(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            out.append(
                    c != '\\'
                            ? c
                            : switch (text.charAt(++i)) {
                                case 't' -> '\t';
                                case 'n' -> '\n';
                                case 'r' -> '\r';
                                default -> text.charAt(i);
                            });
        }
        return out.toString();
    }

    private static final class TextReading {
        final Map<String, Column> columns = new HashMap<>();
        final List<Row> rows = new ArrayList<>();
        Sheet sheet;
        /** The column of the cell before in the row at hand. */
        Column last;

        TextReading(Sheet sheet) {
            this.sheet = sheet;
            sheet.columns().forEach(column -> columns.put(column.name(), column));
        }

        /** A sheet that this program does not know any more; {@code name} and clauses are what every policy table has. */
        static TextReading gone(String id) {
            int mark = id.indexOf('!');
            return new TextReading(new Sheet(
                    id.substring(0, mark),
                    id.substring(mark + 1),
                    "",
                    Sheet.Kind.POLICY,
                    List.of(
                            Column.text("name", ""),
                            Column.of("clauses", Column.ColumnRole.NOTE, Column.CellType.CLAUSES, false, ""))));
        }

        /** The column of a name; of older tables also one that this program does not know any more, at its place, as a text. */
        Column column(String name, boolean older) {
            Column known = columns.get(name);
            if (known != null || !older) {
                return known;
            }
            Column gone = Column.text(name, "");
            List<Column> all = new ArrayList<>(sheet.columns());
            all.add(last == null ? 0 : all.indexOf(last) + 1, gone);
            sheet = new Sheet(sheet.workbook(), sheet.name(), sheet.title(), sheet.kind(), all);
            columns.put(name, gone);
            return gone;
        }
    }
}
