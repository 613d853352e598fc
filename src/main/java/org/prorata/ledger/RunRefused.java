package org.prorata.ledger;

/** A run that may not begin: another one is under way or broke off, or has billed further; the message names it. */
public final class RunRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RunRefused(String message) {
        super(message);
    }

    /** What is refused until a run that broke off is done or abandoned. */
    public static RunRefused brokeOff(Run run) {
        return new RunRefused("run " + run.id() + " (" + run.title() + ") broke off: go on with it by " + run.command()
                + ", or take its drafts away by prorata run abandon " + run.id());
    }
}
