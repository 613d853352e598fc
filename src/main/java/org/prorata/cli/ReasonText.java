package org.prorata.cli;

/** A reason that a person gives for what cannot be undone. */
final class ReasonText {

    private static final int LONGEST = 500;

    private ReasonText() {
    }

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
        reason.codePoints().filter(ReasonText::unprintable).findFirst().ifPresent(letter -> {
            throw new BadInput("--reason has a character that cannot be printed, U+%04X; letters, digits, signs and spaces are allowed"
                    .formatted(letter));
        });
        return reason.strip();
    }

    private static boolean unprintable(int letter) {
        return switch (Character.getType(letter)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED, Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR, Character.PRIVATE_USE -> true;
            default -> false;
        };
    }
}
