package org.prorata.tables;

import java.util.List;

/** How messages and header comments name what a cell holds and what it may hold. */
final class Wording {

    private Wording() {
    }

    /** What a cell of the column may hold, as messages and header comments say it. */
    static String allowed(Column column) {
        return switch (column.type()) {
            case NAME -> "a name of small letters, digits, - and _";
            case LIST -> oneOf(column.allowed());
            case TEXT -> "text of at most " + CellCheck.LONGEST_TEXT + " characters";
            case YES_NO -> "yes or no";
            case INTEGER -> "a whole number" + bounds(column);
            case DECIMAL -> "a number with at most " + column.scale() + " digits after the point" + bounds(column);
            case DATE -> "a date such as 2026-01-31";
            case CLAUSES -> "clause ids such as C-DATE, separated by commas";
        };
    }

    static String oneOf(List<String> names) {
        int last = names.size() - 1;
        return last < 1 ? String.join("", names) : String.join(", ", names.subList(0, last)) + " or " + names.get(last);
    }

    private static String bounds(Column column) {
        return column.min() == null ? "" : " from " + column.min().toPlainString() + " to " + column.max().toPlainString();
    }

    static String shown(Given given) {
        if (given instanceof Given.Text text) {
            String plain = text.text().strip().replaceAll("\\s+", " ");
            return '"' + (plain.length() > 60 ? plain.substring(0, 60) + "…" : plain) + '"';
        }
        if (given instanceof Given.Number number) {
            return number.percent() ? CellText.of(number.stored().movePointRight(2)) + " %" : CellText.of(number.stored());
        }
        if (given instanceof Given.Day day) {
            return "the date " + day.day();
        }
        return ((Given.Flag) given).yes() ? "TRUE" : "FALSE";
    }
}
