package org.prorata.store.runs;

import java.util.List;
import org.prorata.ledger.ContractWarning;
import org.prorata.store.base.Session;

/** What the rules told the reader of contracts while a run billed them. */
public final class RunWarnings {

    private final Session session;

    public RunWarnings(Session session) {
        this.session = session;
    }

    /** How many there are of a run. */
    public long count(long run) {
        return session.client()
                .sql("select count(*) from run_warning where run = ?")
                .param(run)
                .query(Long.class)
                .single();
    }

    /** The first of them, by contract. */
    public List<ContractWarning> first(long run, int most) {
        return session.client()
                .sql(
                        "select contract_id, decision from run_warning where run = ? order by contract_id, position limit ?")
                .param(run)
                .param(most)
                .query((row, number) -> new ContractWarning(row.getString(1), row.getString(2)))
                .list();
    }
}
