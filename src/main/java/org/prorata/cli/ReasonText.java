package org.prorata.cli;

import org.prorata.contract.naming.Visible;

/** A reason that a person gives for what cannot be undone. */
final class ReasonText {

    private static final int LONGEST = 500;

    private ReasonText() {}

    /**
     * The reason without blanks around it.
     *
     * @param what is explained by it
     */
    static String checked(String reason, String what) {
        if (reason.isBlank()) {
            throw new BadInput("--reason is empty; say in some words why " + what);
        }
        if (reason.length() > LONGEST) {
            throw new BadInput("--reason has " + reason.length() + " characters; at most " + LONGEST + " are allowed");
        }
        Visible.unseenInLine(reason).ifPresent(sign -> {
            throw new BadInput("--reason has a character that cannot be printed, " + Visible.code(sign)
                    + "; letters, digits, signs and spaces are allowed");
        });
        return reason.strip();
    }
}
