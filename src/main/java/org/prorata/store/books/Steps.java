package org.prorata.store.books;

import java.util.Map;
import java.util.function.Supplier;
import org.prorata.ledger.TablesRefused;
import org.prorata.store.base.Session;

/** Steps towards another book in force, one at a time: each is taken whole or is refused, and a refusal is told the audit log. */
final class Steps {

    private static final long LOCK = 0x50524f5241544107L;

    private final Session session;

    Steps(Session session) {
        this.session = session;
    }

    <T> T of(String step, String subject, Supplier<T> work) {
        try {
            return session.tx().execute(status -> {
                lock();
                return work.get();
            });
        } catch (TablesRefused refused) {
            session.audit().append("tables.refused", subject, Map.of("step", step, "why", refused.getMessage()));
            throw refused;
        }
    }

    /** Until the transaction of the thread ends, nobody else takes a step. */
    void lock() {
        session.client().sql("select pg_advisory_xact_lock(?)").param(LOCK).query(row -> {});
    }

    /** The name of who acts. */
    String actor() {
        return session.caller().name();
    }
}
