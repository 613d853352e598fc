package org.prorata.ledger;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The number of an issued document: its series and its place there, such as F2026-000017. */
public record DocumentNumber(String series, long number) {

    private static final Pattern FORM = Pattern.compile("([A-Z]+[0-9]{4})-([0-9]{6,18})");
    private static final int DIGITS = 6;

    /** What no document has. */
    private static final DocumentNumber NONE = new DocumentNumber("", 0);

    /** The number that a text is; one that no document has when it is none. */
    public static DocumentNumber read(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches() ? new DocumentNumber(form.group(1), Long.parseLong(form.group(2))) : NONE;
    }

    @Override
    public String toString() {
        String digits = Long.toString(number);
        return series + "-" + "0".repeat(Math.max(0, DIGITS - digits.length())) + digits;
    }
}
