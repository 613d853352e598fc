package org.prorata.ledger;

/** A step of a proposal that may not be taken; the message says why and what can be done instead. */
public final class TablesRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TablesRefused(String message) {
        super(message);
    }
}
