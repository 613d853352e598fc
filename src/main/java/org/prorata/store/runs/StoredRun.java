package org.prorata.store.runs;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.prorata.contract.Ask;
import org.prorata.contract.ChargeReason;
import org.prorata.ledger.ChargedTwice;
import org.prorata.ledger.Run;
import org.prorata.store.base.Columns;
import org.prorata.store.base.Session;

/** What the database holds of a run, counted anew. */
public final class StoredRun {

    private final Session session;
    private final Run run;

    public StoredRun(Session session, Run run) {
        this.session = session;
        this.run = run;
    }

    /** Contracts from the one after one up to another. */
    public record Range(String after, String upTo) {}

    /**
     * What the documents of some contracts come to.
     *
     * @param differing   names of those that do not add up
     * @param overlapping contracts with days that lines of time cover twice
     */
    public record Counted(
            long documents,
            long lines,
            BigDecimal net,
            BigDecimal tax,
            BigDecimal gross,
            List<String> differing,
            List<String> overlapping) {}

    /** Nothing is known of the rows just stored: taken for few, they would be looked up one by one over and over. */
    public void withoutLookups() {
        session.client().sql("set local enable_nestloop = off").update();
    }

    /** Contracts that the run was to look at. */
    public long contracts() {
        return run.rebills() == null ? new PartLayout(session).contracts(run.knownAt(), run.retries()) : 1;
    }

    /** Contracts with a document. */
    public long billed() {
        return number("select count(distinct contract_id) from " + documents() + " where run = ?");
    }

    public long parked() {
        return number("select count(*) from parked where run = ?");
    }

    /** How many documents it made. */
    public long made() {
        return number("select count(*) from " + documents() + " where run = ?");
    }

    private String documents() {
        return run.ask() instanceof Ask.Bill ? "invoice" : "debit_note";
    }

    private long number(String sql) {
        return session.client().sql(sql).param(run.id()).query(Long.class).single();
    }

    /** The contracts of its parts. */
    public List<Range> ranges() {
        return session.client()
                .sql("select after_id, up_to from run_part where run = ? order by part")
                .param(run.id())
                .query((row, number) -> new Range(row.getString(1), row.getString(2)))
                .list();
    }

    /** What counts as billed of a range of contracts: our lines, and those from elsewhere. */
    private static final String LINES = """
            with told as materialized (
                select distinct on (contract_id) contract_id, billed_stated from contract
                where contract_id > :after and contract_id <= :upTo and recording <= :known order by contract_id, recording desc),
            stored as materialized (
                select contract_id, item, reason, first_day, last_day, catch_up, invoice, amount from invoice_line
                where contract_id > :after and contract_id <= :upTo),
            line as not materialized (
                select contract_id, item, reason, first_day, last_day, catch_up, amount, invoice from stored s
                where not exists (select from cancellation c where c.invoice = s.invoice and c.rebilled_by <= :run)
                union all
                select contract_id, item, reason, first_day, last_day, false, amount, null from opening_line join told using (contract_id)
                where contract_id > :after and contract_id <= :upTo and not billed_stated
                union all
                select contract_id, item, reason, first_day, last_day, false, amount, null from (
                    select distinct on (contract_id, number) * from billed_before
                    where contract_id > :after and contract_id <= :upTo and recording <= :known
                    order by contract_id, number, recording desc) as before join told using (contract_id)
                where not removed and billed_stated)""";

    /**
     * Lines of contracts of a range, by contract.
     *
     * @param own whether only those of this run, else all that counts as billed
     */
    public Map<String, List<ChargedTwice.Line>> lines(Range range, Collection<String> contracts, boolean own) {
        Map<String, List<ChargedTwice.Line>> lines = new TreeMap<>();
        session.client()
                .sql(LINES + " select * from line where contract_id = any(:overlapping)"
                        + (own ? " and invoice in (select id from invoice where run = :run)" : ""))
                .param("after", range.after())
                .param("upTo", range.upTo())
                .param("known", run.knownAt())
                .param("run", run.id())
                .param("overlapping", contracts.toArray(String[]::new))
                .query(row -> {
                    lines.computeIfAbsent(row.getString("contract_id"), id -> new ArrayList<>())
                            .add(new ChargedTwice.Line(
                                    row.getString("item"),
                                    Columns.day(row, "first_day"),
                                    Columns.day(row, "last_day"),
                                    row.getBigDecimal("amount"),
                                    Columns.choice(row, "reason", ChargeReason.class),
                                    row.getBoolean("catch_up")));
                });
        return lines;
    }

    /**
     * No day that a line of time covers was covered before, unless it was credited. A change of plan may overlap (the old
     * plan is not always credited), and so does what a catch-up adds to days billed.
     */
    public Counted invoices(Range range) {
        return session.client()
                .sql(LINES + """
                , own as materialized (
                    select id, contract_id, name, net, tax, gross from invoice
                    where run = :run and contract_id > :after and contract_id <= :upTo),
                charge as (
                    select *, max(last_day) over (partition by contract_id, item order by first_day, last_day
                                                  rows between unbounded preceding and 1 preceding) as covered_to
                    from line where reason in ('recurring', 'added', 'upgrade', 'remaining') and not catch_up),
                twice as (
                    select c.contract_id, c.item, c.first_day, least(c.last_day, c.covered_to) as last_day
                    from charge c where c.first_day <= c.covered_to and c.reason <> 'upgrade'
                    and not exists (select from line k where k.contract_id = c.contract_id and k.item = c.item
                                    and k.reason in ('unused', 'correction') and k.first_day <= least(c.last_day, c.covered_to)
                                    and k.last_day >= c.first_day)
                    and exists (select from own i where i.contract_id = c.contract_id)),
                net as (
                    select invoice, count(*) as lines, sum(signed_amount(reason, amount)) as net
                    from stored group by invoice),
                tax as (
                    select invoice, sum(amount) as tax, sum(base) as base
                    from invoice_tax where invoice between (select min(id) from own) and (select max(id) from own) group by invoice)
                select count(*), coalesce(sum(n.lines), 0), coalesce(sum(i.net), 0), coalesce(sum(i.tax), 0), coalesce(sum(i.gross), 0),
                       coalesce(array_agg(i.name order by i.id) filter (where n.net is distinct from i.net or t.tax is distinct from i.tax
                           or t.base is distinct from i.net or i.gross <> i.net + i.tax), '{}'),
                       array(select distinct contract_id from twice order by contract_id)
                from own i left join net n on n.invoice = i.id left join tax t on t.invoice = i.id""")
                .param("after", range.after())
                .param("upTo", range.upTo())
                .param("known", run.knownAt())
                .param("run", run.id())
                .query((row, number) -> new Counted(
                        row.getLong(1),
                        row.getLong(2),
                        row.getBigDecimal(3),
                        row.getBigDecimal(4),
                        row.getBigDecimal(5),
                        List.of((String[]) row.getArray(6).getArray()),
                        List.of((String[]) row.getArray(7).getArray())))
                .single();
    }

    /** The debit notes of the run. */
    public Counted notes() {
        List<String> differing =
                session.client().sql("""
                select n.name from debit_note n where n.run = ?
                and n.amount is distinct from (select sum(amount) from debit_note_line where debit_note = n.id)
                order by n.id""").param(run.id()).query(String.class).list();
        long lines = number(
                "select count(*) from debit_note_line l join debit_note n on n.id = l.debit_note where n.run = ?");
        return session.client()
                .sql(
                        "select count(*), coalesce(sum(amount), 0), 0, coalesce(sum(amount), 0) from debit_note where run = ?")
                .param(run.id())
                .query((row, number) -> new Counted(
                        row.getLong(1),
                        lines,
                        row.getBigDecimal(2),
                        row.getBigDecimal(3),
                        row.getBigDecimal(4),
                        differing,
                        List.of()))
                .single();
    }
}
