package org.prorata.tables;

import java.util.ArrayList;
import java.util.List;

/**
 * The typed schema of one sheet of a workbook.
 *
 * @param title  what the sheet says, for its first line
 * @param series true for a published series (rates, indices), read as indexed data; false for a policy table
 */
public record Sheet(String workbook, String name, String title, boolean series, List<Column> columns) {

    public Sheet {
        columns = List.copyOf(columns);
    }

    /** A policy table: its own columns between those that every policy table has. */
    static Sheet policy(String workbook, String name, String title, Column... own) {
        List<Column> all = new ArrayList<>();
        all.add(Column.of("name", Column.Role.NOTE, Column.Type.NAME, true, "Short name of the row, unique in the sheet"));
        all.add(Column.of("clauses", Column.Role.NOTE, Column.Type.CLAUSES, true,
                "Clauses that the row implements, separated by commas"));
        all.add(Column.text("description", "What the row says, in plain words"));
        all.add(Column.of("valid_from", Column.Role.KEY, Column.Type.DATE, false, "First day on which the row holds; empty: always"));
        all.add(Column.of("valid_to", Column.Role.KEY, Column.Type.DATE, false, "Last day on which the row holds; empty: open"));
        all.addAll(List.of(own));
        all.add(Column.list("reading", "Where the row comes from", "contract", "statute", "interpretation").mandatory()
                .as(Column.Role.NOTE));
        all.add(Column.text("source", "Document or page that states it"));
        all.add(Column.of("last_checked", Column.Role.NOTE, Column.Type.DATE, false, "Day on which somebody last checked the row"));
        return new Sheet(workbook, name, title, false, all);
    }

    /** A published series: first day, last day (empty: until the next row begins), value, status, source. */
    static Sheet series(String workbook, String name, String title, Column value) {
        return new Sheet(workbook, name, title, true, List.of(
                Column.of("from", Column.Role.KEY, Column.Type.DATE, true, "First day on which the value holds"),
                Column.of("to", Column.Role.KEY, Column.Type.DATE, false,
                        "Last day for which the value is known; empty: until the next row begins"),
                value.mandatory(),
                Column.list("status", "How well the value is established", "published", "secondary", "derived", "deduced", "conflict")
                        .mandatory().as(Column.Role.NOTE),
                Column.text("source", "Where the value was published"),
                Column.of("last_checked", Column.Role.NOTE, Column.Type.DATE, false, "Day on which somebody last checked the row")));
    }

    /** A published series whose values are counted on a base that may change. */
    static Sheet index(String workbook, String name, String title, Column base, Column value) {
        List<Column> all = new ArrayList<>(series(workbook, name, title, value).columns());
        all.add(2, base.as(Column.Role.NOTE));
        return new Sheet(workbook, name, title, true, all);
    }

    /** {@code workbook!sheet}. */
    public String id() {
        return workbook + "!" + name;
    }

    public List<Column> keys() {
        return columns.stream().filter(c -> c.role() == Column.Role.KEY && c.type() != Column.Type.DATE).toList();
    }
}
