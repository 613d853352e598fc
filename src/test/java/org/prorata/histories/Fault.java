package org.prorata.histories;

/** A history that came out otherwise than the model says. */
final class Fault extends AssertionError {

    private static final long serialVersionUID = 1L;

    private final String kind;

    Fault(String kind, String message) {
        super(kind + ": " + message);
        this.kind = kind;
    }

    /** What rule is broken, the same for the same rule. */
    String kind() {
        return kind;
    }
}
