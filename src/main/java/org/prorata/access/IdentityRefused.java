package org.prorata.access;

/** Somebody is not who they would have to be, or has not the role: the message says what is wrong and what is needed. */
public final class IdentityRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public IdentityRefused(String message) {
        super(message);
    }
}
