package org.prorata.contract.naming;

import java.util.OptionalInt;

/**
 * Which signs a text of people may hold, for every door: a sign that nobody sees makes two ids that look like one, turns a
 * line around, or is one that no database stores.
 */
public final class Visible {

    /** Letters and marks that are shown as nothing, or as a blank. */
    private static final String BLANK = "\u034F\u115F\u1160\u17B4\u17B5\u180B\u180C\u180D\u180F\u2800\u3164\uFFA0";

    private Visible() {}

    /** The first sign that an id, or any other short text, may not hold: whatever is not seen, and blanks other than the space. */
    public static OptionalInt unseenInId(String id) {
        return id.codePoints()
                .filter(sign -> unseen(sign) || chooses(sign) || blank(sign))
                .findFirst();
    }

    /** The first sign that one line of free text may not hold; blanks of all widths may stand in it. */
    public static OptionalInt unseenInLine(String line) {
        return line.codePoints().filter(Visible::unseen).findFirst();
    }

    /** The first sign that free text over several lines may not hold. */
    public static OptionalInt unseenInLines(String lines) {
        return lines.codePoints()
                .filter(sign -> unseen(sign) && sign != '\n' && sign != '\t')
                .findFirst();
    }

    /** Whether a sign is not shown: controls, marks without width, what turns or breaks a line, halves of signs, and none at all. */
    public static boolean unseen(int sign) {
        return switch (Character.getType(sign)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> BLANK.indexOf(sign) >= 0;
        };
    }

    /** The text with a space for every sign that is not seen, for messages. */
    public static String shown(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(sign -> shown.appendCodePoint(unseen(sign) || chooses(sign) ? ' ' : sign));
        return shown.toString();
    }

    /** A sign by its number: {@code U+200B}. */
    public static String code(int sign) {
        return "U+%04X".formatted(sign);
    }

    /** Whether a sign only says in which shape the one before it is shown, as in some signs of free text. */
    private static boolean chooses(int sign) {
        return sign >= 0xFE00 && sign <= 0xFE0F || sign >= 0xE0100 && sign <= 0xE01EF;
    }

    private static boolean blank(int sign) {
        return sign != ' ' && Character.getType(sign) == Character.SPACE_SEPARATOR;
    }
}
