package org.prorata.book.schema;

import java.util.List;
import org.prorata.contract.naming.Visible;
import org.prorata.decision.Reason;

/** How messages name what a cell holds and what it may hold. */
public final class Wording {

    private static final int SHOWN = 60;
    /** More values than that are not read in a message; the drop-down has them. */
    public static final int LISTED = 50;

    private Wording() {}

    /** What a cell of the column may hold. */
    public static Reason allowed(Column column) {
        return switch (column.type()) {
            case LIST -> choice(column.allowed());
            case TEXT -> Reason.of("tables.allowed.TEXT", String.valueOf(CellCheck.LONGEST_TEXT));
            case INTEGER -> bounded(Reason.of("tables.allowed.INTEGER"), column);
            case DECIMAL -> bounded(Reason.of("tables.allowed.DECIMAL", column.scale()), column);
            case NAME, YES_NO, DATE, CLAUSE, CLAUSES -> Reason.of("tables.allowed." + column.type());
        };
    }

    private static Reason bounded(Reason number, Column column) {
        return column.min() == null
                ? number
                : Reason.of(
                        "tables.allowed.bounds",
                        number,
                        column.min().toPlainString(),
                        column.max().toPlainString());
    }

    /** A value of a closed list; of a long one only where it begins and ends. */
    static Reason choice(List<String> values) {
        return values.size() > LISTED
                ? Reason.of("tables.one_of_many", values.get(0), values.get(values.size() - 1))
                : oneOf(values);
    }

    public static Reason oneOf(List<String> names) {
        int last = names.size() - 1;
        return last < 1
                ? word(String.join("", names))
                : Reason.of("tables.one_of", String.join(", ", names.subList(0, last)), names.get(last));
    }

    /** What is allowed, with the allowed word that was most likely meant; null: none is close. */
    public static Reason nearest(Reason allowed, String nearest) {
        return nearest == null ? allowed : Reason.of("tables.nearest", allowed, nearest);
    }

    /** A word that is the same in every language. */
    public static Reason word(String word) {
        return Reason.of("tables.word", word);
    }

    /** A text that somebody typed. */
    public static Reason typed(String text) {
        return Reason.of("tables.typed", shortened(text));
    }

    /** As much of a text as a line of a message has room for. */
    public static String shortened(String text) {
        return visible(
                text.codePointCount(0, text.length()) > SHOWN
                        ? text.substring(0, text.offsetByCodePoints(0, SHOWN)) + "…"
                        : text);
    }

    /** Nobody sees a mark without width, a terminal obeys some signs, and a Cyrillic letter looks like another one: these show their codes. */
    static String visible(String text) {
        boolean latin =
                text.codePoints().anyMatch(sign -> Character.UnicodeScript.of(sign) == Character.UnicodeScript.LATIN);
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(sign -> {
            Character.UnicodeScript script = Character.UnicodeScript.of(sign);
            boolean letter = Character.isLetter(sign);
            if (letter || !Visible.unseen(sign)) {
                shown.appendCodePoint(sign);
            }
            if (Visible.unseen(sign)
                    || letter
                            && latin
                            && script != Character.UnicodeScript.LATIN
                            && script != Character.UnicodeScript.COMMON) {
                shown.append("<U+%04X>".formatted(sign));
            }
        });
        return shown.toString();
    }

    public static Reason shown(Given given) {
        if (given instanceof Given.Text text) {
            return typed(text.text().strip().replaceAll("\\s+", " "));
        }
        if (given instanceof Given.Unusable refused) {
            return refused.found();
        }
        return given instanceof Given.Day day
                ? Reason.of("tables.day", day.day().toString())
                : word(shortened(plain(given)));
    }

    /** A number or truth value as a program shows it. */
    static String plain(Given given) {
        if (given instanceof Given.Number number) {
            return number.percent()
                    ? CellText.of(number.stored().movePointRight(2)) + " %"
                    : CellText.of(number.stored());
        }
        return ((Given.Flag) given).yes() ? "TRUE" : "FALSE";
    }
}
