package org.prorata.store.runs;

import static org.prorata.store.base.Columns.day;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.prorata.book.engine.BookSource;
import org.prorata.store.base.Session;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** What bill runs of other calculations than this program's decided before a run. */
public final class RunsOfOthers {

    /** One of them; what an invoice is billed anew by decides nothing else of the contract. */
    private static final String ONE = """
            %1$s.kind = 'bill' and not %1$s.preview and %1$s.state <> 'abandoned' and %1$s.rebills is null
            and %1$s.calculation <> :calculation and %1$s.id < :run""";
    /** Whether a run was over a contract at all, and could decide it. */
    private static final String DECIDED = """
            (%1$s.retries is null or exists (select from parked o where o.run = %1$s.retries and o.contract_id = %2$s))
            and not exists (select from parked n where n.run = %1$s.id and n.contract_id = %2$s)""";

    private final Session session;
    private final long run;

    public RunsOfOthers(Session session, long run) {
        this.session = session;
        this.run = run;
    }

    /** The last day that they billed, if there are any. */
    public Optional<LocalDate> last() {
        return of("select max(r.to_day) as day from run r where " + ONE.formatted("r"))
                .query((row, number) -> Optional.ofNullable(day(row, "day")))
                .single();
    }

    /** Those of the contracts that one of them decided, also where nothing was due. */
    public Set<String> decided(Collection<String> contracts) {
        return new HashSet<>(of("select c.id from unnest(:contracts) as c (id) where exists (select from run r where "
                        + ONE.formatted("r")
                        + " and exists (select from contract f where f.contract_id = c.id and f.recording <= r.known_at) and "
                        + DECIDED.formatted("r", "c.id") + ")")
                .param("contracts", contracts.toArray(String[]::new))
                .query(String.class)
                .list());
    }

    /**
     * Contracts that the last of them could not decide: the first day of their windows. A run of this calculation, which has decided them
     * since, changes nothing: what it billed for those days is counted as it was billed.
     */
    public Map<String, LocalDate> undecided(Collection<String> contracts) {
        Map<String, LocalDate> undecided = new HashMap<>();
        of("select p.contract_id, min(r.from_day) as from_day from parked p join run r on r.id = p.run where p.contract_id = any(:contracts) and "
                        + ONE.formatted("r") + " and not exists (select from run later where later.id > r.id and "
                        + ONE.formatted("later") + " and "
                        + DECIDED.formatted("later", "p.contract_id") + ") group by p.contract_id")
                .param("contracts", contracts.toArray(String[]::new))
                .query(row -> {
                    undecided.put(row.getString("contract_id"), day(row, "from_day"));
                });
        return undecided;
    }

    private StatementSpec of(String sql) {
        return session.client()
                .sql(sql)
                .param("calculation", BookSource.CALCULATION)
                .param("run", run);
    }
}
