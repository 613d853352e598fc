package org.prorata.book.schema;

import java.util.List;

/** The sheet of a workbook on which people say which findings of a check they know and leave so; no part of a rule book. */
public final class AcceptedSheet {

    public static final String NAME = "accepted";

    private AcceptedSheet() {}

    /** The schema for one workbook. */
    public static Sheet of(String workbook, List<Sheet> sheets) {
        String[] own = sheets.stream()
                .filter(sheet -> sheet.workbook().equals(workbook))
                .map(Sheet::name)
                .toArray(String[]::new);
        return new Sheet(
                workbook,
                NAME,
                "Findings of tables check that somebody knows and leaves as they are",
                Sheet.Kind.POLICY,
                List.of(
                        Column.of(
                                "name",
                                Column.ColumnRole.NOTE,
                                Column.CellType.NAME,
                                true,
                                "Short name of the row, unique in the sheet"),
                        Column.list("sheet", "Sheet in which it is found", own).mandatory(),
                        Column.list(
                                        "finding",
                                        "What is found: a gap, an overlap, or a row that never answers",
                                        "gap",
                                        "overlap",
                                        "unreached")
                                .mandatory(),
                        Column.text("where", "Region as tables check shows it, or a larger one; any: wherever it is")
                                .mandatory(),
                        Column.text("reason", "Why it is left so").mandatory(),
                        Column.text("by", "Who left it so").mandatory(),
                        Column.of(
                                "on",
                                Column.ColumnRole.NOTE,
                                Column.CellType.DATE,
                                true,
                                "Day on which it was left so")));
    }
}
