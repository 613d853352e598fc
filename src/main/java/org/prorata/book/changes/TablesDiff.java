package org.prorata.book.changes;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.prorata.book.schema.Column;
import org.prorata.book.schema.Tables;
import org.prorata.decision.explain.Sentences;
import org.prorata.decision.policy.Row;

/** Where two books of tables differ: rows by their name, in a series by their first day, cell by cell. */
public final class TablesDiff {

    private TablesDiff() {}

    /**
     * A row that differs.
     *
     * @param sheet {@code workbook!sheet}
     * @param key   what names the row in both
     * @param a     its number in the first, null when it stands in the second only
     * @param b     its number in the second, null when it stands in the first only
     * @param cells those that differ, in the order of the columns; of an added or removed row all that hold something
     */
    public record RowDifference(String sheet, String key, Integer a, Integer b, List<Cell> cells) {

        public RowDifference {
            cells = List.copyOf(cells);
        }

        /** On one line, in the language of a reader. */
        public String told(Sentences sentences) {
            String where = sheet + " " + key;
            String shown = cells.stream()
                    .map(cell -> cell.column() + " "
                            + (a == null
                                    ? shown(cell.b(), sentences)
                                    : b == null
                                            ? shown(cell.a(), sentences)
                                            : shown(cell.a(), sentences) + " → " + shown(cell.b(), sentences)))
                    .collect(Collectors.joining(", "));
            if (a == null || b == null) {
                return sentences.text(
                        a == null ? "tables.diff.added" : "tables.diff.removed",
                        where,
                        String.valueOf(a == null ? b : a),
                        shown);
            }
            return a.equals(b)
                    ? sentences.text("tables.diff.changed", where, a.toString(), shown)
                    : sentences.text("tables.diff.changed_moved", where, a.toString(), b.toString(), shown);
        }

        private static String shown(String value, Sentences sentences) {
            return value == null
                    ? sentences.text("tables.diff.empty")
                    : value.matches("[A-Za-z0-9_.,+-]+") ? value : '"' + value.replace("\n", "\\n") + '"';
        }
    }

    /** A cell that differs; null where it is empty. */
    public record Cell(String column, String a, String b) {}

    /** All that differs, in the order of sheets and rows; a row at another place in its sheet is the same. */
    public static List<RowDifference> between(Tables a, Tables b) {
        List<RowDifference> differences = new ArrayList<>();
        for (RowPair pair : RowPair.of(a, b)) {
            List<Cell> cells = pair.differing(EnumSet.allOf(Column.ColumnRole.class));
            if (!cells.isEmpty()) {
                differences.add(new RowDifference(
                        pair.sheet().id(), pair.key(), number(pair.before()), number(pair.after()), cells));
            }
        }
        return differences;
    }

    /**
     * By sheet how many rows stand at another place and are the same otherwise. Citations name the place, so that a rule book is
     * another one then; a row that was added or taken out moves those below it.
     */
    public static Map<String, Integer> moved(Tables a, Tables b) {
        Map<String, Integer> moved = new LinkedHashMap<>();
        RowPair.of(a, b).stream()
                .filter(pair -> pair.before() != null && pair.after() != null)
                .filter(pair -> !number(pair.before()).equals(number(pair.after())))
                .filter(pair ->
                        pair.differing(EnumSet.allOf(Column.ColumnRole.class)).isEmpty())
                .forEach(pair -> moved.merge(pair.sheet().id(), 1, Integer::sum));
        return moved;
    }

    /** On one line each, in the language of a reader. */
    public static List<String> moved(Tables a, Tables b, Sentences sentences) {
        return moved(a, b).entrySet().stream()
                .map(sheet -> sentences.text(
                        "tables.diff.moved", sheet.getKey(), sheet.getValue().toString()))
                .toList();
    }

    private static Integer number(Row row) {
        return row == null ? null : row.ref().row();
    }
}
