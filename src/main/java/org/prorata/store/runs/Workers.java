package org.prorata.store.runs;

import java.util.UUID;
import org.prorata.store.base.Database;
import org.prorata.store.base.LivenessTimeout;
import org.prorata.store.base.Session;

/** The processes that offer to work at parts of runs. */
public final class Workers {

    /** The entries of workers that ended without leaving go after a while. */
    private static final int KEPT_MINUTES = 15;

    private final Session session;

    public Workers(Session session) {
        this.session = session;
    }

    /** Enters this process; a worker whose entry was taken away enters itself again. */
    public void enter(UUID id, String book, int calculation, int threads) {
        session.client()
                .sql("""
                insert into worker (id, owner, book, calculation, threads) values (?, ?, ?, ?, ?)
                on conflict (id) do update set touched = now()""")
                .param(id)
                .param(Database.OWNER)
                .param(book)
                .param(calculation)
                .param(threads)
                .update();
        session.client()
                .sql("delete from worker where touched < now() - make_interval(mins => ?)")
                .param(KEPT_MINUTES)
                .update();
    }

    public void leave(UUID id) {
        session.client().sql("delete from worker where id = ?").param(id).update();
    }

    /** How many processes work with a rule book now. */
    public int living(String book, int calculation) {
        return session.client()
                .sql("""
                select count(*) from worker where book = ? and calculation = ? and touched > now() - make_interval(secs => ?)""")
                .param(book)
                .param(calculation)
                .param(LivenessTimeout.WORKER_SECONDS)
                .query(Integer.class)
                .single();
    }
}
