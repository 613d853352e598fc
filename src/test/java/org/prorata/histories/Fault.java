package org.prorata.histories;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A history that came out otherwise than the model says. */
final class Fault extends AssertionError {

    private static final long serialVersionUID = 1L;
    /** To look behind faults that are known: {@code -Dprorata.histories.past=open,tax} notes those and goes on. */
    private static final Set<String> PAST =
            Set.of(System.getProperty("prorata.histories.past", "").split(","));

    private static final List<String> NOTED = new ArrayList<>();

    private final String kind;

    private Fault(String kind, String message) {
        super(kind + ": " + message);
        this.kind = kind;
    }

    /** Ends the history, unless this kind of fault is only noted. */
    static void raise(String kind, String message) {
        if (!PAST.contains(kind)) {
            throw new Fault(kind, message);
        }
        NOTED.add(kind + ": " + message);
    }

    /** What was noted since it was last asked. */
    static List<String> noted() {
        List<String> noted = List.copyOf(NOTED);
        NOTED.clear();
        return noted;
    }

    /** What rule is broken, the same for the same rule. */
    String kind() {
        return kind;
    }
}
