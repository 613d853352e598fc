package org.prorata.book.changes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.prorata.book.schema.ClauseSheets;
import org.prorata.book.schema.Table;
import org.prorata.book.schema.Tables;
import org.prorata.decision.Reason;
import org.prorata.decision.policy.Row;

/**
 * New tables with what people changed in the old ones: a row is the same one under its name, in a series under its first day, and each
 * cell is taken over for itself. What the new tables changed too, or have no place for, is left and named.
 *
 * @param carried what the new tables have because of it
 * @param left    what they do not have, with the reason
 */
public record CarriedTables(Tables tables, List<TablesDiff.RowDifference> carried, List<Left> left) {

    private static final String CLAUSES = ClauseSheets.CLAUSES.id();

    public CarriedTables {
        carried = List.copyOf(carried);
        left = List.copyOf(left);
    }

    /**
     * A change that could not be taken over.
     *
     * @param difference the old tables as they were brought along beside what people made of them
     */
    public record Left(TablesDiff.RowDifference difference, Reason why) {}

    /**
     * Rows may cite conventions, and clauses that the new tables have, with those that people added.
     *
     * @param base        the tables from which people began
     * @param edited      what they made of them
     * @param now         the tables that are to come
     * @param conventions ids of the clauses that stand in no workbook
     */
    public static CarriedTables of(Tables base, Tables edited, Tables now, Set<String> conventions) {
        Map<String, CarriedSheet> sheets = new LinkedHashMap<>();
        Set<String> clauses = new LinkedHashSet<>(conventions);
        now.all().forEach(table -> sheets.put(table.sheet().id(), new CarriedSheet(table, conventions, clauses)));
        List<Left> left = new ArrayList<>();
        List<RowPair> pairs = RowPair.of(base, edited);
        take(pairs.stream().filter(pair -> pair.sheet().id().equals(CLAUSES)).toList(), sheets, left);
        if (sheets.containsKey(CLAUSES)) {
            sheets.get(CLAUSES).settle();
            sheets.get(CLAUSES).result().rows().forEach(row -> clauses.add(ClauseSheets.CLAUSES.name(row)));
        }
        take(pairs.stream().filter(pair -> !pair.sheet().id().equals(CLAUSES)).toList(), sheets, left);
        sheets.values().forEach(CarriedSheet::settle);
        KeptCited.among(sheets);
        List<Table> tables = new ArrayList<>();
        List<TablesDiff.RowDifference> carried = new ArrayList<>();
        sheets.values().forEach(sheet -> {
            tables.add(sheet.result());
            carried.addAll(sheet.carried());
            left.addAll(sheet.left());
        });
        return new CarriedTables(new Tables(tables), carried, left);
    }

    private static void take(List<RowPair> pairs, Map<String, CarriedSheet> sheets, List<Left> left) {
        for (RowPair pair : pairs) {
            List<TablesDiff.Cell> cells = pair.cells();
            CarriedSheet sheet = sheets.get(pair.sheet().id());
            if (cells.isEmpty()) {
                continue;
            }
            if (sheet == null) {
                left.add(left(
                        pair.sheet().id(),
                        pair,
                        cells,
                        Reason.of("tables.carry.sheet_gone", pair.sheet().id())));
            } else {
                sheet.take(pair, cells);
            }
        }
    }

    /** The same of sheets beside the tables. */
    public static CarriedTables of(List<Table> base, List<Table> edited, List<Table> now, Set<String> conventions) {
        return of(new Tables(base), new Tables(edited), new Tables(now), conventions);
    }

    static Left left(String sheet, RowPair change, List<TablesDiff.Cell> cells, Reason why) {
        return new Left(
                new TablesDiff.RowDifference(
                        sheet, change.key(), number(change.before()), number(change.after()), cells),
                why);
    }

    private static Integer number(Row row) {
        return row == null ? null : row.ref().row();
    }
}
