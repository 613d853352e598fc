package org.prorata.store.base;

/** Names of the locks that commands take in the database; each the first of two numbers. */
public final class Locks {

    /** Issuing the drafts of one run. */
    public static final int ISSUING = 0x50524f01;

    private Locks() {}
}
