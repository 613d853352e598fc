package org.prorata.book.register;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.prorata.book.schema.CellText;
import org.prorata.book.schema.Column;
import org.prorata.book.schema.Sheet;
import org.prorata.decision.Reading;
import org.prorata.decision.policy.Row;

/** A row of a policy table as a page tells it. */
record PageRow(Sheet sheet, Row row) {

    private static final String DESCRIPTION = "description";
    private static final String SOURCE = "source";
    private static final String WEEKDAY = "weekday";
    /** Cells that are told otherwise or that people know already. */
    private static final Set<String> TOLD =
            Set.of("name", "clauses", DESCRIPTION, "terms", "reading", SOURCE, "last_checked");

    boolean interpreted() {
        return row.ref().reading() == Reading.INTERPRETATION;
    }

    boolean cites(String clause) {
        return row.ref().clauses().contains(clause);
    }

    String name() {
        return sheet.name(row);
    }

    /** Rows with their cells and sources, linked to the text copies of their workbooks; those that differ in the weekday alone as one. */
    static List<String> told(List<PageRow> rows) {
        return together(rows, one -> one.marks() + one.cells(List.of()) + one.description(". ") + one.source()).stream()
                .map(some -> place(some)
                        + some.get(0).marks()
                        + some.get(0).cells(some)
                        + some.get(0).description(". ")
                        + some.get(0).source())
                .toList();
    }

    /** Names and descriptions of rows, those of one sheet that say the same as one. */
    static List<String> named(List<PageRow> rows) {
        return together(rows, one -> one.description(": ")).stream()
                .map(some -> (some.size() == 1
                                ? Markdown.code(some.get(0).sheet.id() + "!"
                                        + some.get(0).name())
                                : Markdown.code(some.get(0).sheet.id()) + " " + names(some))
                        + some.get(0).description(": "))
                .toList();
    }

    private static List<List<PageRow>> together(List<PageRow> rows, Function<PageRow, String> alike) {
        Map<String, List<PageRow>> groups = new LinkedHashMap<>();
        rows.forEach(one -> groups.computeIfAbsent(one.sheet.id() + "\n" + alike.apply(one), key -> new ArrayList<>())
                .add(one));
        return List.copyOf(groups.values());
    }

    private static String place(List<PageRow> rows) {
        Sheet sheet = rows.get(0).sheet;
        String file = "](../../spreadsheets/" + sheet.workbook() + ".yaml)";
        return rows.size() == 1
                ? "[" + sheet.id() + "!" + rows.get(0).name() + file
                : "[" + sheet.id() + file + " " + names(rows);
    }

    private static String names(List<PageRow> rows) {
        return rows.stream().map(one -> Markdown.code(one.name())).collect(Collectors.joining(", "));
    }

    private String marks() {
        return interpreted() ? " **interpretation**" : row.ref().reading() == Reading.STATUTE ? " (law)" : "";
    }

    /** The cells that hold something, the weekday as all of some rows have it. */
    private String cells(List<PageRow> weekdays) {
        List<String> cells = new ArrayList<>();
        for (Column column : sheet.columns()) {
            if (column.name().equals(WEEKDAY)) {
                String days = weekdays.stream()
                        .map(one -> one.row.text(WEEKDAY))
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(" / "));
                if (!days.isEmpty()) {
                    cells.add(WEEKDAY + " = " + days);
                }
            } else if (!TOLD.contains(column.name()) && row.values().get(column.name()) != null) {
                cells.add(column.name() + " = " + CellText.of(row.values().get(column.name()))
                        + (column.percent() ? " %" : ""));
            }
        }
        return cells.isEmpty() ? "" : ": " + Markdown.code(String.join(", ", cells));
    }

    private String description(String before) {
        return row.text(DESCRIPTION) == null ? "" : before + Markdown.text(row.text(DESCRIPTION));
    }

    private String source() {
        return row.values().get(SOURCE) == null
                ? ""
                : " (" + Markdown.text(CellText.of(row.values().get(SOURCE))) + ")";
    }
}
