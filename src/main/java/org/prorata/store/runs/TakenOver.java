package org.prorata.store.runs;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.prorata.ledger.TakenAsInvoiced;
import org.prorata.store.base.Columns;
import org.prorata.store.base.Session;

/** What a run took as invoiced before, for contracts that it met for the first time: none of it is billed. */
public final class TakenOver {

    private final Session session;

    public TakenOver(Session session) {
        this.session = session;
    }

    private static final String TAKEN = """
            select l.contract_id, min(l.first_day) as from_day, max(l.last_day) as to_day, sum(signed_amount(l.reason, l.amount)) as net,
                   (select currency from contract c where c.contract_id = l.contract_id and c.recording <= r.known_at
                    order by recording desc limit 1) as currency, max(o.up_to) as up_to
            from opening o join run r on r.id = o.run join opening_line l on l.contract_id = o.contract_id where o.run = :run
            group by l.contract_id, r.known_at""";

    /** At most so many contracts are named. */
    public TakenAsInvoiced of(long run, int most) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        long[] contracts = {0};
        LocalDate[] last = {null};
        session.client()
                .sql("select currency, count(*) as contracts, sum(net) as net, max(up_to) as up_to from (" + TAKEN
                        + ") as taken group by currency")
                .param("run", run)
                .query(row -> {
                    sums.put(row.getString("currency"), row.getBigDecimal("net"));
                    contracts[0] += row.getLong("contracts");
                    last[0] = last[0] == null || last[0].isBefore(Columns.day(row, "up_to"))
                            ? Columns.day(row, "up_to")
                            : last[0];
                });
        boolean later = session.client()
                .sql(
                        "select exists (select from run where kind = 'bill' and not preview and state <> 'abandoned' and id < ?)")
                .param(run)
                .query(Boolean.class)
                .single();
        List<TakenAsInvoiced.TakenContract> first = !later
                ? List.of()
                : session.client()
                        .sql(TAKEN + " order by l.contract_id limit :most")
                        .param("run", run)
                        .param("most", most)
                        .query((row, number) -> new TakenAsInvoiced.TakenContract(
                                row.getString("contract_id"),
                                Columns.day(row, "from_day"),
                                Columns.day(row, "to_day"),
                                row.getBigDecimal("net"),
                                row.getString("currency")))
                        .list();
        return new TakenAsInvoiced(last[0] == null ? null : last[0].plusDays(1), contracts[0], sums, first);
    }
}
