package org.prorata.store;

/**
 * Recordings, one at a time: whoever records holds the lock from before its recording has an id until it is committed or
 * rolled back, so that recordings become visible in the order of their ids and each sees what the one before it left.
 */
final class Recordings {

    private static final long LOCK = 0x50524f5241544101L;

    private Recordings() {
    }

    /** Waits for the turn, within the transaction of the thread. */
    static void lock(Database database) {
        database.client().sql("select pg_advisory_xact_lock(?)").param(LOCK).query(row -> { });
    }

    /** A new recording, for whoever holds the lock. */
    static long open(Database database, String source) {
        return database.client().sql("insert into recording (source) values (?) returning id").param(source)
                .query(Long.class).single();
    }
}
