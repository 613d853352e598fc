package org.prorata.store.backup;

/** A backup that is not written or not restored: the message says why, and of a damaged file which entry. */
public final class BackupRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BackupRefused(String message) {
        super(message);
    }

    BackupRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
