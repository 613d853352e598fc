package org.prorata.decision;

/**
 * A dossier that cannot be decided as it stands: a missing table row or rate, no rule or two rules for one slot, a fact
 * that the terms need and nobody gave. Never turned into a number; a run parks the dossier with this message.
 */
public final class CannotDecide extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    /**
     * @param code stable name of the kind of error, in kebab case
     * @param message what is wrong and what would be needed
     */
    public CannotDecide(String code, String message) {
        super(message);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
