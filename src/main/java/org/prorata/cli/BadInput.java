package org.prorata.cli;

/** What was asked for cannot be: the message says what is wrong and what is allowed. */
final class BadInput extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BadInput(String message) {
        super(message);
    }
}
