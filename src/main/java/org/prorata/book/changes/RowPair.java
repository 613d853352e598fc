package org.prorata.book.changes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.prorata.book.schema.CellText;
import org.prorata.book.schema.Column;
import org.prorata.book.schema.Sheet;
import org.prorata.book.schema.Table;
import org.prorata.book.schema.Tables;
import org.prorata.decision.policy.Row;

/**
 * A row of one book of tables beside the one of another book that has its name, in a series its first day.
 *
 * @param key    what names the row in both
 * @param before null where only the other book has the row
 * @param after  null where only the first book has it
 */
record RowPair(Sheet sheet, String key, Row before, Row after) {

    /** All rows of both books: by sheet those of the first in their order, then those that only the second has. */
    static List<RowPair> of(Tables before, Tables after) {
        List<RowPair> pairs = new ArrayList<>();
        Map<String, Table> first = before.byId();
        Map<String, Table> second = after.byId();
        Set<String> sheets = new LinkedHashSet<>(first.keySet());
        sheets.addAll(second.keySet());
        for (String id : sheets) {
            Sheet sheet = first.getOrDefault(id, second.get(id)).sheet();
            Map<String, Row> was = keyed(first.get(id));
            Map<String, Row> is = keyed(second.get(id));
            was.forEach((key, row) -> pairs.add(new RowPair(sheet, key, row, is.get(key))));
            is.forEach((key, row) -> {
                if (!was.containsKey(key)) {
                    pairs.add(new RowPair(sheet, key, null, row));
                }
            });
        }
        return pairs;
    }

    private static Map<String, Row> keyed(Table table) {
        Map<String, Row> rows = new LinkedHashMap<>();
        if (table != null) {
            table.rows().forEach(row -> rows.put(key(table.sheet(), row), row));
        }
        return rows;
    }

    static String key(Sheet sheet, Row row) {
        // an older program's sheet may have had no names
        String name = sheet.series() ? sheet.beginning(row) : sheet.name(row);
        return name == null ? "row " + row.ref().row() : name;
    }

    /** The texts of all cells that hold something, by column. */
    static Map<String, String> texts(Row row) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (row != null) {
            row.values().forEach((column, value) -> {
                if (value != null) {
                    texts.put(column, CellText.of(value));
                }
            });
        }
        return texts;
    }

    /** The cells that differ, in the order in which they were met. */
    List<TablesDiff.Cell> cells() {
        Map<String, String> was = texts(before);
        Map<String, String> is = texts(after);
        Set<String> columns = new LinkedHashSet<>(was.keySet());
        columns.addAll(is.keySet());
        return columns.stream()
                .filter(column -> !Objects.equals(was.get(column), is.get(column)))
                .map(column -> new TablesDiff.Cell(column, was.get(column), is.get(column)))
                .toList();
    }

    /** The cells of columns of some roles that differ, in the order of the columns. */
    List<TablesDiff.Cell> differing(Set<Column.ColumnRole> roles) {
        List<TablesDiff.Cell> cells = new ArrayList<>();
        for (Column column : sheet.columns()) {
            String was = text(before, column);
            String is = text(after, column);
            if (roles.contains(column.role()) && (was == null ? is != null : !was.equals(is))) {
                cells.add(new TablesDiff.Cell(column.name(), was, is));
            }
        }
        return cells;
    }

    /** The canonical text of a row's cell, null where it is empty. */
    static String text(Row row, Column column) {
        Object value = row == null ? null : row.values().get(column.name());
        return value == null ? null : CellText.of(value);
    }
}
