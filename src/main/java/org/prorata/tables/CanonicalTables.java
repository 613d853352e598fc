package org.prorata.tables;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.prorata.policy.Row;

/**
 * Validated tables as text, one line a row: {@code workbook!sheet!row<TAB>column=value<TAB>…}. The text depends on the
 * values alone, so its hash names the content; it is read back without checks, since only validated content is written.
 */
public final class CanonicalTables {

    private CanonicalTables() {
    }

    /** The text of all rows, by workbook, sheet and row number; empty cells and sheets leave no trace. */
    public static String write(Tables tables) {
        StringBuilder out = new StringBuilder();
        tables.all().stream().sorted(Comparator.comparing(table -> table.sheet().id())).forEach(table ->
                table.rows().stream().sorted(Comparator.comparingInt((Row row) -> row.ref().row())).forEach(row -> line(out, table.sheet(), row)));
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
        Map<String, Reading> readings = new LinkedHashMap<>();
        sheets.forEach(sheet -> readings.put(sheet.id(), new Reading(sheet)));
        int number = 0;
        for (int from = 0; from < text.length(); ) {
            int end = text.indexOf('\n', from);
            end = end < 0 ? text.length() : end;
            number++;
            try {
                row(text.substring(from, end), readings);
            } catch (RuntimeException e) {
                throw new IllegalArgumentException("line " + number + " of the tables: " + e.getMessage(), e);
            }
            from = end + 1;
        }
        return new Tables(readings.values().stream().map(reading -> new Table(reading.sheet, reading.rows)).toList());
    }

    private static void row(String line, Map<String, Reading> readings) {
        int tab = end(line, 0);
        int mark = line.lastIndexOf('!', tab - 1);
        Reading reading = mark < 0 ? null : readings.get(line.substring(0, mark));
        if (reading == null) {
            throw new IllegalArgumentException("\"" + line.substring(0, tab) + "\" is not a row of a known sheet");
        }
        Map<String, Object> values = new LinkedHashMap<>();
        for (int from = tab + 1; from < line.length(); from = tab + 1) {
            tab = end(line, from);
            int equal = line.indexOf('=', from);
            Column column = equal < 0 || equal > tab ? null : reading.columns.get(line.substring(from, equal));
            if (column == null) {
                throw new IllegalArgumentException("\"" + line.substring(from, tab) + "\" is not a column of "
                        + reading.sheet.id());
            }
            values.put(column.name(), CellText.parse(column, unescape(line.substring(equal + 1, tab))));
        }
        reading.rows.add(Rows.of(reading.sheet, Integer.parseInt(line.substring(mark + 1, end(line, 0))), values));
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
            out.append(c != '\\' ? c : switch (text.charAt(++i)) {
                case 't' -> '\t';
                case 'n' -> '\n';
                case 'r' -> '\r';
                default -> text.charAt(i);
            });
        }
        return out.toString();
    }

    private static final class Reading {
        final Sheet sheet;
        final Map<String, Column> columns = new HashMap<>();
        final List<Row> rows = new ArrayList<>();

        Reading(Sheet sheet) {
            this.sheet = sheet;
            sheet.columns().forEach(column -> columns.put(column.name(), column));
        }
    }
}
