package org.prorata.bench;

import java.time.LocalDate;
import java.util.Locale;
import org.prorata.access.Caller;
import org.prorata.access.Identity;
import org.prorata.store.base.Database;
import org.prorata.store.base.Session;

/** What a benchmark asks of the database that it runs in. */
public final class BenchDatabase {

    private final Session session;

    public BenchDatabase(Session session) {
        this.session = session;
    }

    /** A database for a benchmark, which keeps no audit log. */
    public static Session session(Database database) {
        return database.session(new Caller(Identity.local("bench"), Locale.ENGLISH, LocalDate.now()));
    }

    /** Whether nothing was ever recorded. */
    public boolean isEmpty() {
        return !yes("select exists (select from recording)");
    }

    /** Whether all there is comes from one recording of this source, and no run has seen it. */
    public boolean holdsOnly(String source) {
        return yes("select not exists (select from run) and count(*) = 1 from recording")
                && session.client()
                        .sql("select source from recording")
                        .query(String.class)
                        .single()
                        .equals(source);
    }

    /** Does now what the server would do later about rows just stored. */
    public void settle() {
        session.client().sql("vacuum analyze").update();
        session.client().sql("checkpoint").update();
    }

    /** The number of a process that serves one of our connections. */
    public long backend() {
        return session.client().sql("select pg_backend_pid()").query(Long.class).single();
    }

    private boolean yes(String sql) {
        return session.client().sql(sql).query(Boolean.class).single();
    }
}
