package org.prorata.store;

/** A run that may not begin: another one is under way, or has billed further; the message names it. */
public final class RunRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RunRefused(String message) {
        super(message);
    }
}
