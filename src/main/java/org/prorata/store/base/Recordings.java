package org.prorata.store.base;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Recordings, one at a time: whoever records holds the lock from before its recording has an id until it is committed or
 * rolled back, so that recordings become visible in the order of their ids and each sees what the one before it left.
 */
public final class Recordings {

    private static final long LOCK = 0x50524f5241544101L;
    /** Held while a recording has an id and is not committed; who only tries has none. */
    private static final long OPEN = 0x50524f5241544104L;

    private Recordings() {}

    /** Waits for the turn, within the transaction of the thread. */
    public static void lock(Session session) {
        lock(session.client());
    }

    public static void lock(JdbcClient client) {
        client.sql("select pg_advisory_xact_lock(?)").param(LOCK).query(row -> {});
    }

    /** Waits until no recording is under way, and keeps others from opening one until the transaction of the thread ends. */
    public static void waitForOthers(Session session) {
        session.client()
                .sql("select pg_advisory_xact_lock_shared(?)")
                .param(OPEN)
                .query(row -> {});
    }

    /** A new recording, for whoever holds the lock. */
    public static long open(Session session, String source) {
        return open(session.client(), source);
    }

    public static long open(JdbcClient client, String source) {
        client.sql("select pg_advisory_xact_lock(?)").param(OPEN).query(row -> {});
        return client.sql("insert into recording (source) values (?) returning id")
                .param(source)
                .query(Long.class)
                .single();
    }
}
