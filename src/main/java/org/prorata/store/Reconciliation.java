package org.prorata.store;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.prorata.contract.Ask;

/** Proves a run by what the database holds: nothing lost, sums that add up, no day charged twice. */
public final class Reconciliation {

    private static final int SHOWN = 5;
    /** Contracts whose lines are sorted together, in the memory that a database gives a sort. */
    private static final int RANGE = 10_000;

    private final Database database;
    private final Run run;
    private final Run.Counts counts;
    private final List<String> mismatches = new ArrayList<>();

    private Reconciliation(Database database, Run run, Run.Counts counts) {
        this.database = database;
        this.run = run;
        this.counts = counts;
    }

    /** What does not come out right, in words; empty when all does. */
    public static List<String> mismatches(Database database, Run run, Run.Counts counts) {
        Reconciliation reconciliation = new Reconciliation(database, run, counts);
        database.tx().executeWithoutResult(status -> {
            // nothing is known of the rows just stored: taken for few, they would be looked up one by one over and over
            database.client().sql("set local enable_nestloop = off").update();
            reconciliation.prove();
        });
        return reconciliation.mismatches;
    }

    private void prove() {
        contracts();
        if (run.ask() instanceof Ask.Bill) {
            invoices();
            days();
        } else {
            notes();
        }
    }

    private void contracts() {
        String documents = run.ask() instanceof Ask.Bill ? "invoice" : "debit_note";
        same(run.retries() == null ? "contracts known" : "contracts to try again", counts.contracts(),
                run.rebills() == null ? new Parts(database).contracts(run.knownAt(), run.retries()) : 1);
        same("contracts billed", counts.billed(),
                number("select count(distinct contract_id) from " + documents + " where run = ?", run.id()));
        same("contracts parked", counts.parked(), number("select count(*) from parked where run = ?", run.id()));
        same("contracts billed, parked and with nothing due", counts.contracts(),
                counts.billed() + counts.nothingDue() + counts.parked());
    }

    /** Lines and taxes are taken by the numbers that the invoices of the run lie between, in the order of their indexes. */
    private void invoices() {
        database.client().sql("""
                with own as materialized (select id, name, net, tax, gross from invoice where run = ?),
                ends as materialized (select min(id) as first, max(id) as last from own),
                line as (
                    select invoice, count(*) as lines,
                           sum(case when reason in ('unused', 'correction') then -amount else amount end) as net
                    from invoice_line where invoice between (select first from ends) and (select last from ends) group by invoice),
                tax as (
                    select invoice, sum(amount) as tax, sum(base) as base
                    from invoice_tax where invoice between (select first from ends) and (select last from ends) group by invoice)
                select count(*), coalesce(sum(l.lines), 0), coalesce(sum(i.net), 0), coalesce(sum(i.tax), 0), coalesce(sum(i.gross), 0),
                       array_agg(i.name order by i.id) filter (where l.net is distinct from i.net or t.tax is distinct from i.tax
                           or t.base is distinct from i.net or i.gross <> i.net + i.tax)
                from own i left join line l on l.invoice = i.id left join tax t on t.invoice = i.id""").param(run.id()).query(row -> {
                    same("invoices", counts.documents(), row.getLong(1));
                    same("lines", counts.lines(), row.getLong(2));
                    sums(row.getBigDecimal(3), row.getBigDecimal(4), row.getBigDecimal(5));
                    tell("invoice %s differs from the sum of its lines and taxes",
                            row.getArray(6) == null ? List.of() : List.of((String[]) row.getArray(6).getArray()));
                });
    }

    private void notes() {
        same("debit notes", counts.documents(), number("select count(*) from debit_note where run = ?", run.id()));
        same("lines", counts.lines(),
                number("select count(*) from debit_note_line l join debit_note n on n.id = l.debit_note where n.run = ?", run.id()));
        database.client().sql("select coalesce(sum(amount), 0), 0, coalesce(sum(amount), 0) from debit_note where run = ?")
                .param(run.id()).query(row -> {
                    sums(row.getBigDecimal(1), row.getBigDecimal(2), row.getBigDecimal(3));
                });
        tell("debit note %s differs from the sum of its lines", database.client().sql("""
                select n.name from debit_note n where n.run = ?
                and n.amount is distinct from (select sum(amount) from debit_note_line where debit_note = n.id)
                order by n.id""").param(run.id()).query(String.class).list());
    }

    /** Of the contracts that the run billed, range by range: their number may be large, their history short. */
    private void days() {
        Documents documents = new Documents(database);
        List<String> found = new ArrayList<>();
        String last = "";
        for (List<String> ids = documents.contractsOfRun(run.id(), last, RANGE); !ids.isEmpty();
                ids = documents.contractsOfRun(run.id(), last, RANGE)) {
            last = ids.get(ids.size() - 1);
            found.addAll(chargedTwice(ids.get(0), last));
        }
        tell("days are charged twice: %s", found);
    }

    /**
     * No day that a line of time covers was covered before, unless it was credited. A change of plan may overlap (the old
     * plan is not always credited), and so does what a catch-up adds to days billed.
     */
    private List<String> chargedTwice(String first, String last) {
        return database.client().sql("""
                with told as materialized (
                    select distinct on (contract_id) contract_id, billed_stated from contract
                    where contract_id between :first and :last and recording <= :known order by contract_id, recording desc),
                line as materialized (
                    select contract_id, item, reason, first_day, last_day, catch_up from invoice_line l
                    where contract_id between :first and :last
                    and not exists (select from cancellation c where c.invoice = l.invoice and c.rebilled_by <= :run)
                    union all
                    select contract_id, item, reason, first_day, last_day, false from opening_line join told using (contract_id)
                    where contract_id between :first and :last and not billed_stated
                    union all
                    select contract_id, item, reason, first_day, last_day, false from (
                        select distinct on (contract_id, number) * from billed_before
                        where contract_id between :first and :last and recording <= :known
                        order by contract_id, number, recording desc) as before join told using (contract_id)
                    where not removed and billed_stated),
                charge as (
                    select *, max(last_day) over (partition by contract_id, item order by first_day, last_day
                                                  rows between unbounded preceding and 1 preceding) as covered_to
                    from line where reason in ('recurring', 'added', 'upgrade', 'remaining') and not catch_up)
                select c.contract_id || ' ' || c.item || ' from ' || c.first_day || ' to ' || least(c.last_day, c.covered_to)
                from charge c where c.first_day <= c.covered_to and c.reason <> 'upgrade'
                and not exists (select from line k where k.contract_id = c.contract_id and k.item = c.item
                                and k.reason in ('unused', 'correction') and k.first_day <= least(c.last_day, c.covered_to)
                                and k.last_day >= c.first_day)
                and exists (select from invoice i where i.run = :run and i.contract_id = c.contract_id)
                order by c.contract_id, c.item, c.first_day""")
                .param("first", first).param("last", last).param("known", run.knownAt()).param("run", run.id())
                .query(String.class).list();
    }

    private long number(String sql, long param) {
        return database.client().sql(sql).param(param).query(Long.class).single();
    }

    private void same(String what, long counted, long stored) {
        if (counted != stored) {
            mismatches.add(what + ": the run counted " + counted + ", the database holds " + stored);
        }
    }

    private void sums(BigDecimal net, BigDecimal tax, BigDecimal gross) {
        if (counts.net().compareTo(net) != 0 || counts.tax().compareTo(tax) != 0 || counts.gross().compareTo(gross) != 0) {
            mismatches.add("totals: the run counted net " + counts.net() + ", tax " + counts.tax() + ", gross " + counts.gross()
                    + "; the database holds " + net + ", " + tax + ", " + gross);
        }
    }

    private void tell(String message, List<String> names) {
        names.stream().limit(SHOWN).forEach(name -> mismatches.add(message.formatted(name)));
        if (names.size() > SHOWN) {
            mismatches.add(message.formatted("and " + (names.size() - SHOWN) + " more"));
        }
    }
}
