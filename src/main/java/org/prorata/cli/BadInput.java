package org.prorata.cli;

import org.prorata.contract.naming.Visible;

/** What was asked for cannot be: the message says what is wrong and what is allowed. */
final class BadInput extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The longest text of a person that a message repeats. */
    private static final int LONGEST = 120;

    BadInput(String message) {
        super(message);
    }

    /** What a person typed, on one line and shortened. */
    static String shown(String typed) {
        String seen = Visible.shown(typed);
        return seen.codePointCount(0, seen.length()) <= LONGEST
                ? seen
                : seen.substring(0, seen.offsetByCodePoints(0, LONGEST)) + "…";
    }
}
