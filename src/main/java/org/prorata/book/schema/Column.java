package org.prorata.book.schema;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A typed column of a sheet.
 *
 * @param name     header, as it stands in the workbook
 * @param help     one sentence for the person who fills the column in
 * @param role     whether the column selects the row, is a value of it, or is a note that no rule reads
 * @param allowed  for {@link CellType#LIST}: the closed list
 * @param scale    for {@link CellType#DECIMAL}: the most digits after the point
 * @param min      least number, or null
 * @param max      greatest number, or null
 * @param needed   when a cell that may be empty must hold a value, each on its own
 */
public record Column(
        String name,
        String help,
        ColumnRole role,
        CellType type,
        boolean required,
        List<String> allowed,
        int scale,
        BigDecimal min,
        BigDecimal max,
        List<Needed> needed) {

    /** What a column is for. */
    public enum ColumnRole {
        KEY,
        VALUE,
        NOTE
    }

    /** What a cell may hold. */
    public enum CellType {
        /** a short name: small letters, digits, hyphens, underscores */
        NAME,
        /** one of a closed list */
        LIST,
        /** yes or no */
        YES_NO,
        /** a whole number */
        INTEGER,
        /** a decimal, never read through a binary float */
        DECIMAL,
        /** a calendar date */
        DATE,
        /** one clause id */
        CLAUSE,
        /** clause ids, separated by commas */
        CLAUSES,
        /** free text, shown to people only */
        TEXT
    }

    public Column {
        allowed = List.copyOf(allowed);
        needed = List.copyOf(needed);
    }

    public static Column of(String name, ColumnRole role, CellType type, boolean required, String help) {
        return new Column(name, help, role, type, required, List.of(), 0, null, null, List.of());
    }

    /** A key that is matched by equality; an empty cell matches anything. */
    public static Column key(String name, String help, String... allowed) {
        return allowed.length == 0
                ? of(name, ColumnRole.KEY, CellType.NAME, false, help)
                : new Column(
                        name, help, ColumnRole.KEY, CellType.LIST, false, List.of(allowed), 0, null, null, List.of());
    }

    /** A key whose values are the constants of an enum that rules compare. */
    public static Column key(String name, String help, Class<? extends Enum<?>> choice) {
        return key(name, help, names(choice));
    }

    /** A list whose values are the constants of an enum that rules compare. */
    public static Column list(String name, String help, Class<? extends Enum<?>> choice) {
        return list(name, help, names(choice));
    }

    /** The constants as cells write them. */
    private static String[] names(Class<? extends Enum<?>> choice) {
        return Stream.of(choice.getEnumConstants())
                .map(one -> one.name().toLowerCase(Locale.ROOT))
                .toArray(String[]::new);
    }

    static Column keyYesNo(String name, String help) {
        return of(name, ColumnRole.KEY, CellType.YES_NO, false, help);
    }

    public static Column list(String name, String help, String... allowed) {
        return new Column(
                name, help, ColumnRole.VALUE, CellType.LIST, false, List.of(allowed), 0, null, null, List.of());
    }

    public static Column yesNo(String name, String help) {
        return of(name, ColumnRole.VALUE, CellType.YES_NO, true, help);
    }

    public static Column integer(String name, String help, int min, int max) {
        return new Column(
                name,
                help,
                ColumnRole.VALUE,
                CellType.INTEGER,
                false,
                List.of(),
                0,
                BigDecimal.valueOf(min),
                BigDecimal.valueOf(max),
                List.of());
    }

    public static Column decimal(String name, String help, int scale, String min, String max) {
        return new Column(
                name,
                help,
                ColumnRole.VALUE,
                CellType.DECIMAL,
                false,
                List.of(),
                scale,
                new BigDecimal(min),
                new BigDecimal(max),
                List.of());
    }

    public static Column text(String name, String help) {
        return of(name, ColumnRole.NOTE, CellType.TEXT, false, help);
    }

    public Column as(ColumnRole other) {
        return new Column(name, help, other, type, required, allowed, scale, min, max, needed);
    }

    public Column mandatory() {
        return new Column(name, help, role, type, true, allowed, scale, min, max, needed);
    }

    /** A column that must hold a value only together with other cells of the row, as elsewhere it would decide nothing. */
    Column needed(Needed... when) {
        return new Column(name, help, role, type, false, allowed, scale, min, max, List.of(when));
    }

    /** Whether the column counts in per cent, so that a cell that shows 20 % means 20. */
    public boolean percent() {
        return Stream.of("pct", "percent", "points").anyMatch(name::contains);
    }
}
