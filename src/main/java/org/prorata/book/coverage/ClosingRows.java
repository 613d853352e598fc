package org.prorata.book.coverage;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.prorata.book.schema.Column;
import org.prorata.book.schema.Table;
import org.prorata.decision.Reason;
import org.prorata.decision.policy.Row;

/** Rows that would close a gap: its keys and days, everything else as in the row nearest to it. */
final class ClosingRows {

    private static final int MOST = 24;
    private static final List<String> VALIDITY = List.of("valid_from", "valid_to");

    private final Table table;
    private final Set<String> names = new HashSet<>();

    ClosingRows(Table table) {
        this.table = table;
        table.rows().forEach(row -> names.add(row.text("name")));
    }

    /** No rows where an empty cell would answer more than the gap, or where too many would be needed. */
    List<Map<String, String>> closing(Region region, Row near) {
        List<Map<String, String>> rows = new ArrayList<>(List.of(new LinkedHashMap<>()));
        for (Map.Entry<String, Region.Part> part : region.parts().entrySet()) {
            List<Map<String, String>> more = new ArrayList<>();
            for (Map<String, String> row : rows) {
                if (part.getValue() instanceof Region.Values values) {
                    for (String value : values.values()) {
                        more.add(with(row, part.getKey(), value));
                    }
                } else if (part.getValue() instanceof Region.DayStretch days) {
                    Map<String, String> dated = with(
                            row,
                            "valid_from",
                            days.from() == null ? "" : days.from().toString());
                    more.add(with(
                            dated,
                            "valid_to",
                            days.to() == null ? "" : days.to().toString()));
                }
            }
            rows = more;
        }
        boolean wide = rows.stream()
                .anyMatch(row -> row.entrySet().stream()
                        .anyMatch(cell -> cell.getValue().isEmpty() && !VALIDITY.contains(cell.getKey())));
        return wide || rows.size() > MOST
                ? List.of()
                : rows.stream().map(row -> whole(row, near)).toList();
    }

    private static Map<String, String> with(Map<String, String> row, String column, String value) {
        Map<String, String> more = new LinkedHashMap<>(row);
        more.put(column, value);
        return more;
    }

    /** All cells of the row, in the order of the columns; a name of its own. */
    private Map<String, String> whole(Map<String, String> given, Row near) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (Column column : table.sheet().columns()) {
            boolean key = column.role() == Column.ColumnRole.KEY;
            String value = given.containsKey(column.name()) || key || near == null
                    ? given.getOrDefault(column.name(), "")
                    : QueriedColumns.text(near, column.name());
            if (!value.isEmpty()) {
                cells.put(column.name(), column.name().equals("name") ? name(value) : value);
            }
        }
        return cells;
    }

    private String name(String like) {
        String name = like;
        for (int number = 2; !names.add(name); number++) {
            name = like + "-" + number;
        }
        return name;
    }

    /** The first of the rows by the cells that place it; null without rows. */
    static Reason shown(List<Map<String, String>> rows, Region region, Row near) {
        if (rows.isEmpty()) {
            return null;
        }
        List<String> cells = new ArrayList<>();
        rows.get(0).forEach((column, value) -> {
            if (VALIDITY.contains(column)
                    || !column.equals(Region.DAYS) && region.parts().containsKey(column)) {
                cells.add(column + " " + value);
            }
        });
        Reason first = cells.isEmpty()
                ? Reason.of("tables.cover.empty_keys")
                : Reason.of("tables.word", String.join(", ", cells));
        Reason whole = near == null
                ? first
                : Reason.of(
                        "tables.cover.rest_as", first, String.valueOf(near.ref().row()));
        return rows.size() == 1
                ? Reason.of("tables.cover.closes", whole)
                : Reason.of("tables.cover.close", rows.size(), whole);
    }
}
