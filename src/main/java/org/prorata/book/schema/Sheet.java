package org.prorata.book.schema;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.prorata.decision.policy.Row;
import org.prorata.values.HalfYear;

/**
 * The typed schema of one sheet of a workbook.
 *
 * @param title what the sheet says, for its first line
 */
public record Sheet(String workbook, String name, String title, Kind kind, List<Column> columns) {

    /**
     * A policy table, a published series (rates, indices) with a value for stretches of days, half-years or months, or texts
     * that are cited and read and decide nothing.
     */
    public enum Kind {
        POLICY,
        DAYS,
        HALF_YEARS,
        MONTHS,
        TEXTS
    }

    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2199;

    /** Status of a series' row whose sources disagree. */
    static final String CONFLICT = "conflict";

    public Sheet {
        columns = List.copyOf(columns);
    }

    /** Whether the sheet is a published series, read as indexed data. */
    public boolean series() {
        return kind != Kind.POLICY && kind != Kind.TEXTS;
    }

    /** Whether rules ask the sheet for the row that answers. */
    public boolean policy() {
        return kind == Kind.POLICY;
    }

    /** Whether something is decided by the sheet; what it says otherwise is only cited and read. */
    public boolean decides() {
        return kind != Kind.TEXTS;
    }

    /** The column that names a row of a sheet that is no series. */
    String naming() {
        return columns.get(0).name();
    }

    /** What stands in the column that names a row. */
    public String name(Row row) {
        return row.text(naming());
    }

    /** Texts that are cited and read; the first column names the row. */
    static Sheet texts(String workbook, String name, String title, Column... columns) {
        return new Sheet(workbook, name, title, Kind.TEXTS, List.of(columns));
    }

    /** A policy table: its own columns between those that every policy table has. */
    public static Sheet policy(String workbook, String name, String title, Column... own) {
        List<Column> all = new ArrayList<>();
        all.add(Column.of(
                "name",
                Column.ColumnRole.NOTE,
                Column.CellType.NAME,
                true,
                "Short name of the row, unique in the sheet"));
        all.add(Column.of(
                "clauses",
                Column.ColumnRole.NOTE,
                Column.CellType.CLAUSES,
                true,
                "Clauses that the row implements, separated by commas"));
        all.add(Column.text("description", "What the row says, in plain words"));
        all.add(Column.of(
                "valid_from",
                Column.ColumnRole.KEY,
                Column.CellType.DATE,
                false,
                "First day on which the row holds; empty: always"));
        all.add(Column.of(
                "valid_to",
                Column.ColumnRole.KEY,
                Column.CellType.DATE,
                false,
                "Last day on which the row holds; empty: open"));
        all.addAll(List.of(own));
        all.add(Column.list("reading", "Where the row comes from", "contract", "statute", "interpretation")
                .mandatory()
                .as(Column.ColumnRole.NOTE));
        all.add(Column.text("source", "Document or page that states it"));
        all.add(Column.of(
                "last_checked",
                Column.ColumnRole.NOTE,
                Column.CellType.DATE,
                false,
                "Day on which somebody last checked the row"));
        return new Sheet(workbook, name, title, Kind.POLICY, all);
    }

    /** A published series by stretches of days: first day, last day (empty: until the next row begins), value, status, source. */
    public static Sheet series(String workbook, String name, String title, Column value) {
        return series(
                workbook,
                name,
                title,
                Kind.DAYS,
                List.of(
                        Column.of(
                                "from",
                                Column.ColumnRole.KEY,
                                Column.CellType.DATE,
                                true,
                                "First day on which the value holds"),
                        Column.of(
                                "to",
                                Column.ColumnRole.KEY,
                                Column.CellType.DATE,
                                false,
                                "Last day for which the value is known; empty: until the next row begins"),
                        value));
    }

    /** A published series with one value for each half-year. */
    public static Sheet halfYears(String workbook, String name, String title, Column value) {
        return series(
                workbook,
                name,
                title,
                Kind.HALF_YEARS,
                List.of(
                        year(),
                        Column.integer("half", "1: January to June, 2: July to December", 1, 2)
                                .as(Column.ColumnRole.KEY)
                                .mandatory(),
                        value));
    }

    /** A published index: one value for each month, counted on a base that may change. */
    static Sheet index(String workbook, String name, String title, Column base, Column value) {
        return series(
                workbook,
                name,
                title,
                Kind.MONTHS,
                List.of(
                        year(),
                        Column.integer("month", "Month of the year", 1, 12)
                                .as(Column.ColumnRole.KEY)
                                .mandatory(),
                        base,
                        value));
    }

    private static Column year() {
        return Column.integer("year", "Calendar year", FIRST_YEAR, LAST_YEAR)
                .as(Column.ColumnRole.KEY)
                .mandatory();
    }

    private static Sheet series(String workbook, String name, String title, Kind kind, List<Column> own) {
        return new Sheet(
                workbook,
                name,
                title,
                kind,
                Stream.concat(
                                own.stream(),
                                Stream.of(
                                        Column.list(
                                                        "status",
                                                        "How well the value is established; conflict: the sources disagree, so the row has no value",
                                                        "published",
                                                        "secondary",
                                                        "derived",
                                                        "deduced",
                                                        CONFLICT)
                                                .mandatory()
                                                .as(Column.ColumnRole.NOTE),
                                        Column.text("source", "Where the value was published"),
                                        Column.of(
                                                "last_checked",
                                                Column.ColumnRole.NOTE,
                                                Column.CellType.DATE,
                                                false,
                                                "Day on which somebody last checked the row")))
                        .toList());
    }

    /** The values of a series' row, such as rate or base and value: all empty where the sources are in conflict. */
    List<Column> values() {
        return columns.stream()
                .filter(column -> column.role() == Column.ColumnRole.VALUE)
                .toList();
    }

    /** The column of a series that holds the figure. */
    public Column figure() {
        return values().stream()
                .filter(column -> column.type() == Column.CellType.DECIMAL)
                .findFirst()
                .orElseThrow();
    }

    /** A row's first days as its key columns write them: {@code from 2026-01-01}, {@code year 2026, half 1}. */
    public String beginning(Row row) {
        return switch (kind) {
            case POLICY -> "valid_from " + row.date("valid_from");
            case TEXTS -> name(row);
            case DAYS -> "from " + row.date("from");
            case HALF_YEARS -> "year " + row.integer("year") + ", half " + row.integer("half");
            case MONTHS -> "year " + row.integer("year") + ", month " + row.integer("month");
        };
    }

    /** What a row for a day would have to be for, where the sheet does not ask for days: {@code , year 2026, half 1}. */
    public String wanted(LocalDate day) {
        return switch (kind) {
            case POLICY, DAYS, TEXTS -> "";
            case HALF_YEARS ->
                ", year " + day.getYear() + ", half " + (HalfYear.of(day).second() ? 2 : 1);
            case MONTHS -> ", year " + day.getYear() + ", month " + day.getMonthValue();
        };
    }

    /** {@code workbook!sheet}. */
    public String id() {
        return workbook + "!" + name;
    }

    public List<Column> keys() {
        return columns.stream()
                .filter(c -> c.role() == Column.ColumnRole.KEY && c.type() != Column.CellType.DATE)
                .toList();
    }
}
