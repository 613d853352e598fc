package org.prorata.tables;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.prorata.decision.TableRow;
import org.prorata.policy.Row;

/**
 * The rows that decide otherwise in one book than in another. What no rule reads, such as a description, and the place in the
 * sheet are no difference; a row is the same one under its name, and a published value under its days.
 */
public final class RowChanges {

    private final Map<String, Change> old = new HashMap<>();
    private final Map<String, Change> now = new HashMap<>();

    private RowChanges() {
    }

    /** What became of a row. */
    public enum Kind { CHANGED, ADDED, REMOVED }

    /** A row that only one of the books has as it is: the new book's row, or the old one's where it is gone. */
    public record Change(TableRow row, Kind kind) {
    }

    /** The rows by which the tables {@code now} differ from {@code before}. */
    public static RowChanges between(Tables before, Tables now) {
        RowChanges changes = new RowChanges();
        Map<String, Table> earlier = before.byId();
        for (Table table : now.all()) {
            Table was = earlier.remove(table.sheet().id());
            changes.sheet(table.sheet(), was == null ? List.of() : was.rows(), table.rows());
        }
        earlier.values().forEach(table -> changes.sheet(table.sheet(), table.rows(), List.of()));
        return changes;
    }

    private void sheet(Sheet sheet, List<Row> before, List<Row> after) {
        Map<Object, Row> wasBy = by(sheet, before);
        Map<Object, Row> isBy = by(sheet, after);
        Set<Object> was = contents(sheet, before);
        Set<Object> is = contents(sheet, after);
        for (Row row : after) {
            if (!was.contains(content(sheet, row))) {
                now.put(row.ref().citation(), new Change(row.ref(), wasBy.containsKey(name(sheet, row)) ? Kind.CHANGED : Kind.ADDED));
            }
        }
        for (Row row : before) {
            if (!is.contains(content(sheet, row))) {
                Row next = isBy.get(name(sheet, row));
                old.put(row.ref().citation(), next == null ? new Change(row.ref(), Kind.REMOVED) : new Change(next.ref(), Kind.CHANGED));
            }
        }
    }

    private static Map<Object, Row> by(Sheet sheet, List<Row> rows) {
        Map<Object, Row> by = new LinkedHashMap<>();
        rows.forEach(row -> by.put(name(sheet, row), row));
        return by;
    }

    private static Set<Object> contents(Sheet sheet, List<Row> rows) {
        Set<Object> contents = new HashSet<>();
        rows.forEach(row -> contents.add(content(sheet, row)));
        return contents;
    }

    private static Object name(Sheet sheet, Row row) {
        return sheet.series() ? values(sheet, row, Set.of(Column.Role.KEY)) : row.text("name");
    }

    private static Object content(Sheet sheet, Row row) {
        return values(sheet, row, Set.of(Column.Role.KEY, Column.Role.VALUE));
    }

    private static List<Object> values(Sheet sheet, Row row, Set<Column.Role> roles) {
        List<Object> values = new ArrayList<>();
        for (Column column : sheet.columns()) {
            if (roles.contains(column.role())) {
                Object value = row.values().get(column.name());
                values.add(value instanceof BigDecimal number ? number.stripTrailingZeros() : value);
            }
        }
        return values;
    }

    /** Whether no row decides otherwise. */
    public boolean none() {
        return old.isEmpty() && now.isEmpty();
    }

    /** What became of a row of the old book, when the new one does not have it as it was. */
    public Optional<Change> ofOld(TableRow row) {
        return Optional.ofNullable(old.get(row.citation()));
    }

    /** What a row of the new book came from, when the old one does not have it as it is. */
    public Optional<Change> ofNew(TableRow row) {
        return Optional.ofNullable(now.get(row.citation()));
    }
}
