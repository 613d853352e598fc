package org.prorata.store.runs;

import org.prorata.store.base.Session;

/** How the contracts of a run are laid out in parts. */
public final class PartLayout {

    /** Contracts of a part at most and at least; few enough that a part takes some seconds. */
    private static final int MOST = 5_000;

    private static final int LEAST = 500;
    /** Parts of a small portfolio, so that all workers have some. */
    private static final int SHARES = 8;

    private final Session session;

    public PartLayout(Session session) {
        this.session = session;
    }

    /** How many contracts a part of a portfolio of this size has. */
    public static int size(long contracts) {
        return (int) Math.max(LEAST, Math.min(MOST, contracts / SHARES));
    }

    /** How many contracts a run is over: all that are known, or those that another run parked. */
    public long contracts(long known, Long retries) {
        return retries == null
                ? session.client()
                        .sql("select count(distinct contract_id) from contract where recording <= ?")
                        .param(known)
                        .query(Long.class)
                        .single()
                : session.client()
                        .sql("select count(*) from parked where run = ?")
                        .param(retries)
                        .query(Long.class)
                        .single();
    }

    /** Lays a run out in parts of so many contracts, within the transaction of the thread. */
    void lay(long run, long known, Long retries, int size) {
        String ids = retries == null
                ? "select distinct contract_id from contract where recording <= ?"
                : "select contract_id from parked where run = ?";
        session.client()
                .sql("""
                insert into run_part (run, part, after_id, up_to, place, size)
                select ?, part, coalesce(lag(up_to) over (order by part), ''), up_to,
                       coalesce(lag(up_to) over (order by part), ''), size
                from (select part, max(contract_id) as up_to, count(*) as size
                      from (select contract_id, (row_number() over (order by contract_id) - 1) / ? + 1 as part
                            from (%s) as known) as numbered
                      group by part) as parts""".formatted(ids))
                .param(run)
                .param(size)
                .param(retries == null ? known : retries)
                .update();
    }

    /** The same for a single contract. */
    void layOne(long run, String contract) {
        session.client().sql("""
                insert into run_part (run, part, after_id, up_to, place, size) select ?, 1, before, ?, before, 1
                from (select coalesce(max(contract_id), '') as before from contract where contract_id < ?) as other""").param(run).param(contract).param(contract).update();
    }
}
