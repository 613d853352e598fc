package org.prorata.bench;

import org.prorata.store.base.Database;

/** What a benchmark asks of the database that it runs in. */
public final class BenchDatabase {

    private final Database database;

    public BenchDatabase(Database database) {
        this.database = database;
    }

    /** Whether nothing was ever recorded. */
    public boolean isEmpty() {
        return !yes("select exists (select from recording)");
    }

    /** Whether all there is comes from one recording of this source, and no run has seen it. */
    public boolean holdsOnly(String source) {
        return yes("select not exists (select from run) and count(*) = 1 from recording")
                && database.client()
                        .sql("select source from recording")
                        .query(String.class)
                        .single()
                        .equals(source);
    }

    /** Does now what the server would do later about rows just stored. */
    public void settle() {
        database.client().sql("vacuum analyze").update();
        database.client().sql("checkpoint").update();
    }

    /** The number of a process that serves one of our connections. */
    public long backend() {
        return database.client()
                .sql("select pg_backend_pid()")
                .query(Long.class)
                .single();
    }

    private boolean yes(String sql) {
        return database.client().sql(sql).query(Boolean.class).single();
    }
}
