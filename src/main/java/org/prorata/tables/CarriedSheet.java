package org.prorata.tables;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.prorata.decision.Reason;
import org.prorata.policy.Row;

/** One sheet of new tables, and what people changed in the old one laid onto it row by row, as far as it fits. */
final class CarriedSheet {

    private final Table table;
    private final Set<String> clauses;
    private final List<TablesDiff.Difference> carried = new ArrayList<>();
    private final List<CarriedTables.Left> left = new ArrayList<>();
    private Map<String, Map<String, String>> rows = new LinkedHashMap<>();
    private boolean moved;

    /** @param clauses ids that rows may cite */
    CarriedSheet(Table table, Set<String> clauses) {
        this.table = table;
        this.clauses = clauses;
        table.rows().forEach(row -> rows.put(RowPair.key(table.sheet(), row), texts(row)));
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

    /**
     * The cells of a row that differ, in the order in which they were met.
     *
     * @param before null for a row that was added
     * @param after  null for one that was taken out
     */
    static List<TablesDiff.Cell> cells(Row before, Row after) {
        Map<String, String> was = texts(before);
        Map<String, String> is = texts(after);
        Set<String> columns = new LinkedHashSet<>(was.keySet());
        columns.addAll(is.keySet());
        return columns.stream().filter(column -> !Objects.equals(was.get(column), is.get(column)))
                .map(column -> new TablesDiff.Cell(column, was.get(column), is.get(column))).toList();
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
        Map<String, String> wanted = texts(change.after());
        Map<String, String> there = rows.get(change.key());
        if (there != null) {
            List<TablesDiff.Cell> other = cells.stream().filter(cell -> !cell.b().equals(there.get(cell.column()))).toList();
            if (!other.isEmpty()) {
                leave(change, other, Reason.of("tables.carry.there_too"));
            }
            return;
        }
        Reason wrong = cells.stream().map(cell -> wrong(cell.column(), cell.b())).filter(Objects::nonNull).findFirst()
                .orElseGet(() -> wrong(wanted));
        if (wrong != null) {
            leave(change, cells, wrong);
            return;
        }
        insert(change.key(), wanted, change.after());
        moved = true;
        carried.add(new TablesDiff.Difference(table.sheet().id(), change.key(), null, 0, cells));
    }

    /** At its place among the days of a series, else at the end. */
    private void insert(String key, Map<String, String> cells, Row row) {
        Map<String, Map<String, String>> all = new LinkedHashMap<>();
        boolean in = false;
        for (Map.Entry<String, Map<String, String>> each : rows.entrySet()) {
            Row other = table.sheet().series() && !in ? row(each.getKey(), each.getValue()) : null;
            if (other != null && Span.of(table.sheet(), other.values()).first().isAfter(Span.of(table.sheet(), row.values()).first())) {
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
        Map<String, String> was = texts(change.before());
        // columns that came since are the program's own
        List<TablesDiff.Cell> other = cells.stream().filter(cell -> !cell.a().equals(there.get(cell.column()))).toList();
        if (!other.isEmpty() || there.keySet().stream().anyMatch(column -> !was.containsKey(column) && change.sheet().columns().stream()
                .anyMatch(known -> known.name().equals(column)))) {
            leave(change, cells, Reason.of("tables.carry.removed_changed"));
            return;
        }
        carried.add(new TablesDiff.Difference(table.sheet().id(), change.key(), shipped(change.key()), null, cells));
        rows.remove(change.key());
        moved = true;
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
                leave(change, List.of(cell), now == null ? Reason.of("tables.carry.both_empty") : Reason.of("tables.carry.both", now));
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
            carried.add(new TablesDiff.Difference(table.sheet().id(), change.key(), shipped(change.key()), 0, taken));
        }
    }

    private int shipped(String key) {
        return table.rows().stream().filter(row -> RowPair.key(table.sheet(), row).equals(key)).findFirst().orElseThrow().ref().row();
    }

    /** The number of a row: its own, unless rows came or went, which moves those below as in a workbook. */
    private int number(int place) {
        return moved ? Rows.FIRST_ROW + place : table.rows().get(place).ref().row();
    }

    private void leave(RowPair change, List<TablesDiff.Cell> cells, Reason why) {
        left.add(CarriedTables.left(table.sheet().id(), change, cells, why));
    }

    /** Why a cell cannot hold a text; null where it can. */
    private Reason wrong(String name, String text) {
        Column column = table.sheet().columns().stream().filter(each -> each.name().equals(name)).findFirst().orElse(null);
        if (column == null) {
            return Reason.of("tables.carry.column_gone", name);
        }
        try {
            Object value = CellCheck.value(column, text == null ? null : new Given.Text(text));
            if (column.type() == Column.Type.CLAUSES && value instanceof List<?> ids && !clauses.containsAll(ids)) {
                return Reason.of("tables.carry.clause_gone", String.join(", ", ids.stream().map(Object::toString).filter(id -> !clauses.contains(id)).toList()));
            }
            return null;
        } catch (CellCheck.Wrong e) {
            return Reason.of("tables.carry.not_allowed", name, e.found, e.allowed);
        }
    }

    /** Why cells cannot stand in one row; null where they can. */
    private Reason wrong(Map<String, String> cells) {
        List<Problem> problems = new ArrayList<>();
        check(problems).add(Rows.FIRST_ROW, given(cells), column -> column);
        return problems.isEmpty() ? null : Reason.of("tables.carry.not_allowed", problems.get(0).place(), problems.get(0).found(), problems.get(0).allowed());
    }

    private SheetCheck check(List<Problem> problems) {
        return new SheetCheck(table.sheet(), table.sheet().columns(), problems);
    }

    private static Map<String, Given> given(Map<String, String> cells) {
        Map<String, Given> given = new LinkedHashMap<>();
        cells.forEach((column, text) -> given.put(column, new Given.Text(text)));
        return given;
    }

    private Row row(String key, Map<String, String> cells) {
        return table.rows().stream().filter(row -> RowPair.key(table.sheet(), row).equals(key)).findFirst().orElseGet(() -> {
            SheetCheck check = check(new ArrayList<>());
            check.add(Rows.FIRST_ROW, given(cells), column -> column);
            return check.table().rows().get(0);
        });
    }

    /** The sheet with all that fits; the sheet as it was, and nothing carried, where its rows do not fit together. */
    Table result() {
        if (carried.isEmpty()) {
            return table;
        }
        List<Problem> problems = new ArrayList<>();
        SheetCheck check = check(problems);
        List<String> keys = List.copyOf(rows.keySet());
        for (int i = 0; i < keys.size(); i++) {
            int number = number(i);
            check.add(number, given(rows.get(keys.get(i))), column -> table.sheet().id() + " row " + number + " " + column);
        }
        Table result = check.table();
        if (problems.isEmpty()) {
            carried.replaceAll(each -> each.b() == null ? each
                    : new TablesDiff.Difference(each.sheet(), each.key(), each.a(), number(keys.indexOf(each.key())), each.cells()));
            return result;
        }
        Problem first = problems.get(0);
        carried.forEach(change -> left.add(new CarriedTables.Left(change, Reason.of("tables.carry.not_together", first.place(), first.found(),
                first.allowed()))));
        carried.clear();
        return table;
    }

    /** Read after the result. */
    List<TablesDiff.Difference> carried() {
        return carried;
    }

    /** Read after the result. */
    List<CarriedTables.Left> left() {
        return left;
    }
}
