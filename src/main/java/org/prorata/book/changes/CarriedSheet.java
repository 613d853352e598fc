package org.prorata.book.changes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.prorata.book.schema.CellCheck;
import org.prorata.book.schema.CitedRows;
import org.prorata.book.schema.Column;
import org.prorata.book.schema.Given;
import org.prorata.book.schema.RowSpan;
import org.prorata.book.schema.SheetCheck;
import org.prorata.book.schema.Table;
import org.prorata.book.schema.TableProblem;
import org.prorata.decision.Reason;
import org.prorata.decision.policy.Row;

/** One sheet of new tables, and what people changed in the old one laid onto it row by row, as far as it fits. */
final class CarriedSheet {

    private final Table table;
    private final Set<String> conventions;
    private final Set<String> clauses;
    private final Set<String> gone = new LinkedHashSet<>();
    private final List<TablesDiff.RowDifference> carried = new ArrayList<>();
    private final List<CarriedTables.Left> left = new ArrayList<>();
    private Map<String, Map<String, String>> rows = new LinkedHashMap<>();
    private boolean grown;

    /** Of ids, {@code conventions} are those that no clause of a book may have, {@code clauses} those that rows may cite. */
    CarriedSheet(Table table, Set<String> conventions, Set<String> clauses) {
        this.table = table;
        this.conventions = conventions;
        this.clauses = clauses;
        table.rows().forEach(row -> rows.put(RowPair.key(table.sheet(), row), RowPair.texts(row)));
    }

    /** Lays one change onto the sheet. */
    void take(RowPair change, List<TablesDiff.Cell> cells) {
        if (change.before() == null) {
            added(change, cells);
        } else if (change.after() == null) {
            removed(change, cells);
        } else {
            changed(change, cells);
        }
    }

    private void added(RowPair change, List<TablesDiff.Cell> cells) {
        Map<String, String> wanted = RowPair.texts(change.after());
        Map<String, String> there = rows.get(change.key());
        if (there != null) {
            List<TablesDiff.Cell> other = cells.stream()
                    .filter(cell -> !cell.b().equals(there.get(cell.column())))
                    .toList();
            if (!other.isEmpty()) {
                leave(change, other, Reason.of("tables.carry.there_too"));
            }
            return;
        }
        Reason wrong = cells.stream()
                .map(cell -> wrong(cell.column(), cell.b()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> wrong(wanted));
        if (wrong != null) {
            leave(change, cells, wrong);
            return;
        }
        insert(change.key(), wanted, change.after());
        grown = true;
        carried.add(new TablesDiff.RowDifference(table.sheet().id(), change.key(), null, 0, cells));
    }

    /** At its place among the days of a series, else at the end. */
    private void insert(String key, Map<String, String> cells, Row row) {
        Map<String, Map<String, String>> all = new LinkedHashMap<>();
        boolean in = false;
        for (Map.Entry<String, Map<String, String>> each : rows.entrySet()) {
            Row other = table.sheet().series() && !in ? row(each.getKey(), each.getValue()) : null;
            if (other != null
                    && RowSpan.of(table.sheet(), other.values())
                            .first()
                            .isAfter(RowSpan.of(table.sheet(), row.values()).first())) {
                all.put(key, cells);
                in = true;
            }
            all.put(each.getKey(), each.getValue());
        }
        all.putIfAbsent(key, cells);
        rows = all;
    }

    private void removed(RowPair change, List<TablesDiff.Cell> cells) {
        Map<String, String> there = rows.get(change.key());
        if (there == null) {
            return;
        }
        Map<String, String> was = RowPair.texts(change.before());
        // columns that came since are the program's own
        List<TablesDiff.Cell> other = cells.stream()
                .filter(cell -> !cell.a().equals(there.get(cell.column())))
                .toList();
        if (!other.isEmpty()
                || there.keySet().stream()
                        .anyMatch(column -> !was.containsKey(column)
                                && change.sheet().columns().stream()
                                        .anyMatch(known -> known.name().equals(column)))) {
            leave(change, cells, Reason.of("tables.carry.removed_changed"));
            return;
        }
        carried.add(new TablesDiff.RowDifference(table.sheet().id(), change.key(), shipped(change.key()), null, cells));
        gone.add(change.key());
    }

    /** The rows of the new table that are taken out. */
    List<Row> gone() {
        return table.rows().stream()
                .filter(row -> gone.contains(RowPair.key(table.sheet(), row)))
                .toList();
    }

    /** Leaves a row that is taken out where it is. */
    void keep(Row row, Reason why) {
        String key = RowPair.key(table.sheet(), row);
        gone.remove(key);
        carried.stream()
                .filter(change -> change.key().equals(key))
                .forEach(change -> left.add(new CarriedTables.Left(change, why)));
        carried.removeIf(change -> change.key().equals(key));
    }

    private void changed(RowPair change, List<TablesDiff.Cell> cells) {
        Map<String, String> there = rows.get(change.key());
        if (there == null) {
            leave(change, cells, Reason.of("tables.carry.row_gone"));
            return;
        }
        Map<String, String> wanted = new LinkedHashMap<>(there);
        List<TablesDiff.Cell> taken = new ArrayList<>();
        for (TablesDiff.Cell cell : cells) {
            String now = there.get(cell.column());
            Reason wrong = wrong(cell.column(), cell.b());
            if (wrong != null) {
                leave(change, List.of(cell), wrong);
            } else if (Objects.equals(now, cell.b())) {
                continue;
            } else if (!Objects.equals(now, cell.a())) {
                leave(
                        change,
                        List.of(cell),
                        now == null ? Reason.of("tables.carry.both_empty") : Reason.of("tables.carry.both", now));
            } else {
                taken.add(cell);
                if (cell.b() == null) {
                    wanted.remove(cell.column());
                } else {
                    wanted.put(cell.column(), cell.b());
                }
            }
        }
        Reason wrong = taken.isEmpty() ? null : wrong(wanted);
        if (wrong != null) {
            leave(change, taken, wrong);
        } else if (!taken.isEmpty()) {
            rows.put(change.key(), wanted);
            carried.add(
                    new TablesDiff.RowDifference(table.sheet().id(), change.key(), shipped(change.key()), 0, taken));
        }
    }

    private int shipped(String key) {
        return table.rows().stream()
                .filter(row -> RowPair.key(table.sheet(), row).equals(key))
                .findFirst()
                .orElseThrow()
                .ref()
                .row();
    }

    /** The number of a row: its own, unless rows came or went, which moves those below as in a workbook. */
    private int number(int place) {
        return grown || !gone.isEmpty()
                ? CitedRows.FIRST_ROW + place
                : table.rows().get(place).ref().row();
    }

    private void leave(RowPair change, List<TablesDiff.Cell> cells, Reason why) {
        left.add(CarriedTables.left(table.sheet().id(), change, cells, why));
    }

    /** Why a cell cannot hold a text; null where it can. */
    private Reason wrong(String name, String text) {
        Column column = table.sheet().columns().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElse(null);
        if (column == null) {
            return Reason.of("tables.carry.column_gone", name);
        }
        try {
            Object value = CellCheck.value(column, text == null ? null : new Given.Text(text));
            if (column.type() == Column.CellType.CLAUSES && value instanceof List<?> ids && !clauses.containsAll(ids)) {
                return Reason.of(
                        "tables.carry.clause_gone",
                        String.join(
                                ", ",
                                ids.stream()
                                        .map(Object::toString)
                                        .filter(id -> !clauses.contains(id))
                                        .toList()));
            }
            if (column.type() == Column.CellType.CLAUSE && conventions.contains(text)) {
                return Reason.of("tables.carry.convention", text);
            }
            return null;
        } catch (CellCheck.Wrong e) {
            return Reason.of("tables.carry.not_allowed", name, e.found, e.allowed);
        }
    }

    /** Why cells cannot stand in one row; null where they can. */
    private Reason wrong(Map<String, String> cells) {
        List<TableProblem> problems = new ArrayList<>();
        check(problems).add(CitedRows.FIRST_ROW, given(cells), column -> column);
        return problems.isEmpty()
                ? null
                : Reason.of(
                        "tables.carry.not_allowed",
                        problems.get(0).place(),
                        problems.get(0).found(),
                        problems.get(0).allowed());
    }

    private SheetCheck check(List<TableProblem> problems) {
        return new SheetCheck(table.sheet(), table.sheet().columns(), problems);
    }

    private static Map<String, Given> given(Map<String, String> cells) {
        Map<String, Given> given = new LinkedHashMap<>();
        cells.forEach((column, text) -> given.put(column, new Given.Text(text)));
        return given;
    }

    private Row row(String key, Map<String, String> cells) {
        return table.rows().stream()
                .filter(row -> RowPair.key(table.sheet(), row).equals(key))
                .findFirst()
                .orElseGet(() -> {
                    SheetCheck check = check(new ArrayList<>());
                    check.add(CitedRows.FIRST_ROW, given(cells), column -> column);
                    return check.table().rows().get(0);
                });
    }

    /** Gives up all that was carried where the rows do not fit together. */
    void settle() {
        List<TableProblem> problems = new ArrayList<>();
        table(problems);
        if (problems.isEmpty()) {
            return;
        }
        TableProblem first = problems.get(0);
        Reason why = Reason.of("tables.carry.not_together", first.place(), first.found(), first.allowed());
        carried.forEach(change -> left.add(new CarriedTables.Left(change, why)));
        carried.clear();
        gone.clear();
        grown = false;
        rows = new LinkedHashMap<>();
        table.rows().forEach(row -> rows.put(RowPair.key(table.sheet(), row), RowPair.texts(row)));
    }

    private List<String> keys() {
        return rows.keySet().stream().filter(key -> !gone.contains(key)).toList();
    }

    private Table table(List<TableProblem> problems) {
        SheetCheck check = check(problems);
        List<String> keys = keys();
        for (int i = 0; i < keys.size(); i++) {
            int number = number(i);
            check.add(
                    number,
                    given(rows.get(keys.get(i))),
                    column -> table.sheet().id() + " row " + number + " " + column);
        }
        return check.table();
    }

    /** The sheet with all that fits. */
    Table result() {
        return carried.isEmpty() ? table : table(new ArrayList<>());
    }

    /** What was carried, under the numbers that the rows have now. */
    List<TablesDiff.RowDifference> carried() {
        List<String> keys = keys();
        return carried.stream()
                .map(each -> each.b() == null
                        ? each
                        : new TablesDiff.RowDifference(
                                each.sheet(), each.key(), each.a(), number(keys.indexOf(each.key())), each.cells()))
                .toList();
    }

    List<CarriedTables.Left> left() {
        return left;
    }
}
