package org.prorata.store;

/** Another run is under way; the message names it. */
public final class RunBusy extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RunBusy(String message) {
        super(message);
    }
}
