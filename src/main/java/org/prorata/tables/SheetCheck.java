package org.prorata.tables;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.prorata.policy.Row;

/** Checks the rows of one sheet, cell by cell and among each other; workbooks and twins share it. */
final class SheetCheck {

    static final int MOST_ROWS = 20_000;

    private final Sheet sheet;
    private final List<Column> columns;
    private final List<Problem> problems;
    private final List<Row> rows = new ArrayList<>();
    private final List<Function<String, String>> places = new ArrayList<>();
    private final Map<Object, Integer> rowOfName = new HashMap<>();

    /** @param columns those that the sheet has; the lack of others is told once, not in every row */
    SheetCheck(Sheet sheet, List<Column> columns, List<Problem> problems) {
        this.sheet = sheet;
        this.columns = columns;
        this.problems = problems;
    }

    /**
     * Adds a row.
     *
     * @param cells what stands under each column; no entry for an empty cell
     * @param place of a column's cell in this row, for messages
     */
    void add(int number, Map<String, Given> cells, Function<String, String> place) {
        Map<String, Object> values = new LinkedHashMap<>();
        boolean sound = true;
        for (Column column : columns) {
            try {
                Object value = CellCheck.value(column, cells.get(column.name()));
                if (value != null) {
                    values.put(column.name(), value);
                }
            } catch (CellCheck.Wrong wrong) {
                problems.add(new Problem(place.apply(column.name()), wrong.found, wrong.allowed));
                sound = false;
            }
        }
        if (sound && columns.size() == sheet.columns().size()) {
            columns.forEach(column -> together(column, values, place));
            among(Rows.of(sheet, number, values), place);
        }
    }

    /** A cell that only matters together with others must not be forgotten there. */
    private void together(Column column, Map<String, Object> values, Function<String, String> place) {
        if (values.get(column.name()) == null) {
            column.needed().stream().filter(needed -> needed.holds(values)).findFirst()
                    .ifPresent(needed -> problems.add(new Problem(place.apply(column.name()), column.name() + " is empty",
                            "required with " + needed.shown() + ": " + Wording.allowed(column))));
        }
    }

    private void among(Row row, Function<String, String> place) {
        Integer other = sheet.series() ? null : rowOfName.putIfAbsent(row.values().get("name"), row.ref().row());
        if (other != null) {
            problems.add(new Problem(place.apply("name"), "\"" + row.text("name") + "\" is also the name of row " + other,
                    "a name that no other row of the sheet has"));
        }
        String first = sheet.series() ? "from" : "valid_from";
        String last = sheet.series() ? "to" : "valid_to";
        LocalDate from = row.date(first);
        LocalDate to = row.date(last);
        if (from != null && to != null && to.isBefore(from)) {
            problems.add(new Problem(place.apply(last), last + " " + to + " lies before " + first + " " + from,
                    "the same day or a later one"));
        }
        rows.add(row);
        places.add(place);
    }

    Table table() {
        if (sheet.series()) {
            inOrder();
        }
        return new Table(sheet, rows);
    }

    /** A series is looked up by day: its rows follow each other and no day has two values. */
    private void inOrder() {
        for (int i = 1; i < rows.size(); i++) {
            Row before = rows.get(i - 1);
            LocalDate from = rows.get(i).date("from");
            LocalDate to = before.date("to");
            String there = "row " + before.ref().row();
            if (!from.isAfter(before.date("from"))) {
                problems.add(new Problem(places.get(i).apply("from"), from.equals(before.date("from"))
                        ? "from " + from + " stands in " + there + " too" : "from " + from + " lies before "
                        + before.date("from") + " of " + there, "rows in the order of their first days, each day once"));
            } else if (to != null && !from.isAfter(to)) {
                problems.add(new Problem(places.get(i).apply("from"), "from " + from + " overlaps " + there
                        + ", which holds to " + to, "a day after " + to));
            }
        }
    }
}
