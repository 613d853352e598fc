package org.prorata.store.postgres;

/** There is no database to work with; the message says in one line why and what to do, and never holds a password. */
public final class DatabaseUnavailable extends RuntimeException {

    public DatabaseUnavailable(String message) {
        super(message);
    }

    public DatabaseUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
