package org.prorata.store;

/** A run that may not begin: another one is under way or broke off, or has billed further; the message names it. */
public final class RunRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RunRefused(String message) {
        super(message);
    }
}
