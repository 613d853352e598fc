package org.prorata.store;

/** Names of the locks that commands take in the database; each the first of two numbers. */
final class Locks {

    /** Issuing the drafts of one run. */
    static final int ISSUING = 0x50524f01;

    private Locks() {}
}
