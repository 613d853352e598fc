package org.prorata.book.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.prorata.decision.Reason;
import org.prorata.decision.policy.Row;

/** Checks the rows of one sheet, cell by cell and among each other; workbooks and text copies share it. */
public final class SheetCheck {

    public static final int MOST_ROWS = 20_000;
    private static final String MIDNIGHT = "24:00";
    public static final Reason MANY_ROWS = Reason.of("tables.many_rows", String.valueOf(MOST_ROWS));
    public static final Reason AT_MOST_ROWS = Reason.of("tables.at_most", String.valueOf(MOST_ROWS));

    private final Sheet sheet;
    private final List<Column> columns;
    private final List<TableProblem> problems;
    private final List<Row> rows = new ArrayList<>();
    private final List<Function<String, String>> places = new ArrayList<>();
    private final Map<Object, Integer> rowOfName = new HashMap<>();

    /** @param columns those that the sheet has; the lack of others is told once, not in every row */
    public SheetCheck(Sheet sheet, List<Column> columns, List<TableProblem> problems) {
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
    public void add(int number, Map<String, Given> cells, Function<String, String> place) {
        Map<String, Object> values = new LinkedHashMap<>();
        boolean sound = true;
        for (Column column : columns) {
            try {
                Object value = CellCheck.value(column, cells.get(column.name()));
                if (value != null) {
                    values.put(column.name(), value);
                }
            } catch (CellCheck.Wrong wrong) {
                problems.add(new TableProblem(place.apply(column.name()), wrong.found, wrong.allowed));
                sound = false;
            }
        }
        if (sound && columns.size() == sheet.columns().size()) {
            columns.forEach(column -> together(column, values, place));
            among(CitedRows.of(sheet, number, values), place);
        }
    }

    /** A cell that only matters together with others must not be forgotten there. */
    private void together(Column column, Map<String, Object> values, Function<String, String> place) {
        if (values.get(column.name()) == null) {
            column.needed().stream()
                    .filter(needed -> needed.holds(values))
                    .findFirst()
                    .ifPresent(needed -> problems.add(new TableProblem(
                            place.apply(column.name()),
                            Reason.of("tables.empty", column.name()),
                            Reason.of("tables.required_with", needed.shown(), Wording.allowed(column)))));
        }
    }

    private void among(Row row, Function<String, String> place) {
        Integer other = sheet.series()
                ? null
                : rowOfName.putIfAbsent(sheet.name(row), row.ref().row());
        if (other != null) {
            problems.add(new TableProblem(
                    place.apply(sheet.naming()),
                    Reason.of("tables.name_twice", sheet.name(row), String.valueOf(other)),
                    Reason.of("tables.name_twice.allowed")));
        }
        RowSpan span = RowSpan.of(sheet, row.values());
        if (span.reversed()) {
            String last = sheet.series() ? "to" : "valid_to";
            problems.add(new TableProblem(
                    place.apply(last),
                    Reason.of("tables.reversed", last + " " + span.last(), sheet.beginning(row)),
                    Reason.of("tables.reversed.allowed")));
        }
        hours(row, place);
        if (sheet.series()) {
            valued(row, place);
        }
        rows.add(row);
        places.add(place);
    }

    /** Hours of a weekday end on that day. */
    private void hours(Row row, Function<String, String> place) {
        if (row.values().get("from_hour") == null
                || row.values().get("to_hour") == null
                || row.values().get("from_minute") == null
                || row.values().get("to_minute") == null) {
            return;
        }
        String from = time(row, "from");
        String to = time(row, "to");
        if (to.compareTo(from) <= 0 || to.compareTo(MIDNIGHT) > 0) {
            problems.add(new TableProblem(
                    place.apply("to_hour"),
                    Reason.of("tables.hours", to, from),
                    Reason.of("tables.hours.allowed", MIDNIGHT)));
        }
    }

    private static String time(Row row, String end) {
        return "%02d:%02d".formatted(row.integer(end + "_hour"), row.integer(end + "_minute"));
    }

    public Table table() {
        if (sheet.series()) {
            inOrder();
        }
        return new Table(sheet, rows);
    }

    /** A row of a series has its values, or sources in conflict and none. */
    private void valued(Row row, Function<String, String> place) {
        boolean conflict = Sheet.CONFLICT.equals(row.text("status"));
        for (Column column : sheet.values()) {
            Object value = row.values().get(column.name());
            if (!conflict && value == null) {
                problems.add(new TableProblem(
                        place.apply(column.name()),
                        Reason.of("tables.empty", column.name()),
                        Reason.of("tables.required_unless", Wording.allowed(column), Sheet.CONFLICT)));
            } else if (conflict && value != null) {
                problems.add(new TableProblem(
                        place.apply(column.name()),
                        Reason.of("tables.conflict", column.name() + " " + CellText.of(value), Sheet.CONFLICT),
                        Reason.of("tables.conflict.allowed")));
            }
        }
    }

    /** A series is looked up by day: its rows follow each other and no day has two values. */
    private void inOrder() {
        for (int i = 1; i < rows.size(); i++) {
            Row before = rows.get(i - 1);
            Row row = rows.get(i);
            RowSpan earlier = RowSpan.of(sheet, before.values());
            RowSpan later = RowSpan.of(sheet, row.values());
            String there = String.valueOf(before.ref().row());
            Function<String, String> place = places.get(i);
            String first = sheet.columns().get(0).name();
            if (!later.first().isAfter(earlier.first())) {
                problems.add(new TableProblem(
                        place.apply(first),
                        later.first().equals(earlier.first())
                                ? Reason.of("tables.stands_too", sheet.beginning(row), there)
                                : Reason.of(
                                        "tables.lies_before",
                                        sheet.beginning(row),
                                        sheet.beginning(before).replaceFirst("^from ", ""),
                                        there),
                        Reason.of("tables.order." + sheet.kind())));
            } else if (!earlier.before(later)) {
                problems.add(new TableProblem(
                        place.apply(first),
                        Reason.of(
                                "tables.overlaps",
                                sheet.beginning(row),
                                there,
                                earlier.last().toString()),
                        Reason.of("tables.overlaps.allowed", earlier.last().toString())));
            }
        }
    }
}
