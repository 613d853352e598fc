package org.prorata.store;

import java.util.ArrayList;
import java.util.List;
import org.prorata.contract.Ask;

/** Proves a run by what the database holds: nothing lost, sums that add up, no day charged twice. */
public final class Reconciliation {

    private static final int SHOWN = 5;

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
        reconciliation.contracts();
        if (run.ask() instanceof Ask.Bill) {
            reconciliation.invoices();
            reconciliation.days();
        } else {
            reconciliation.notes();
        }
        return reconciliation.mismatches;
    }

    private void contracts() {
        String documents = run.ask() instanceof Ask.Bill ? "invoice" : "debit_note";
        same("contracts known", counts.contracts(),
                number("select count(distinct contract_id) from contract where recording <= ?", run.knownAt()));
        same("contracts billed", counts.billed(),
                number("select count(distinct contract_id) from " + documents + " where run = ?", run.id()));
        same("contracts parked", counts.parked(), number("select count(*) from parked where run = ?", run.id()));
        same("contracts billed, parked and with nothing due", counts.contracts(),
                counts.billed() + counts.nothingDue() + counts.parked());
    }

    private void invoices() {
        same("invoices", counts.documents(), number("select count(*) from invoice where run = ?", run.id()));
        same("lines", counts.lines(),
                number("select count(*) from invoice_line l join invoice i on i.id = l.invoice where i.run = ?", run.id()));
        sums("select coalesce(sum(net), 0), coalesce(sum(tax), 0), coalesce(sum(gross), 0) from invoice where run = ?");
        named("invoice %s differs from the sum of its lines and taxes", """
                select i.name from invoice i
                left join lateral (select sum(case when reason in ('unused', 'correction') then -amount else amount end) as net
                                   from invoice_line where invoice = i.id) l on true
                left join lateral (select sum(amount) as tax, sum(base) as base from invoice_tax where invoice = i.id) t on true
                where i.run = ? and (l.net is distinct from i.net or t.tax is distinct from i.tax or t.base is distinct from i.net
                                     or i.gross <> i.net + i.tax)
                order by i.id""", run.id());
    }

    private void notes() {
        same("debit notes", counts.documents(), number("select count(*) from debit_note where run = ?", run.id()));
        same("lines", counts.lines(),
                number("select count(*) from debit_note_line l join debit_note n on n.id = l.debit_note where n.run = ?", run.id()));
        sums("select coalesce(sum(amount), 0), 0, coalesce(sum(amount), 0) from debit_note where run = ?");
        named("debit note %s differs from the sum of its lines", """
                select n.name from debit_note n where n.run = ?
                and n.amount is distinct from (select sum(amount) from debit_note_line where debit_note = n.id)
                order by n.id""", run.id());
    }

    /**
     * Of the items that the run billed, no day that a line of time covers was covered before, unless it was credited. A
     * change of plan may overlap (the old plan is not always credited), and so does what a catch-up adds to days billed.
     */
    private void days() {
        named("days are charged twice: %s", """
                with touched as (
                    select distinct l.contract_id, l.item from invoice_line l join invoice i on i.id = l.invoice where i.run = ?),
                stated as (
                    select distinct on (contract_id) contract_id, billed_stated from contract
                    where recording <= ? and contract_id in (select contract_id from touched)
                    order by contract_id, recording desc),
                told as (
                    select distinct on (contract_id, number) * from billed_before
                    where recording <= ? and contract_id in (select contract_id from touched)
                    order by contract_id, number, recording desc),
                line as (
                    select contract_id, item, reason, first_day, last_day, catch_up from invoice_line
                    join touched using (contract_id, item)
                    union all
                    select contract_id, item, reason, first_day, last_day, false from opening_line
                    join touched using (contract_id, item) join stated using (contract_id) where not billed_stated
                    union all
                    select contract_id, item, reason, first_day, last_day, false from told
                    join touched using (contract_id, item) where not removed),
                charge as (
                    select *, max(last_day) over (partition by contract_id, item order by first_day, last_day
                                                  rows between unbounded preceding and 1 preceding) as covered_to
                    from line where reason in ('recurring', 'added', 'upgrade', 'remaining') and not catch_up)
                select c.contract_id || ' ' || c.item || ' from ' || c.first_day || ' to ' || least(c.last_day, c.covered_to)
                from charge c where c.first_day <= c.covered_to and c.reason <> 'upgrade'
                and not exists (select from line k where k.contract_id = c.contract_id and k.item = c.item
                                and k.reason in ('unused', 'correction') and k.first_day <= least(c.last_day, c.covered_to)
                                and k.last_day >= c.first_day)
                order by c.contract_id, c.item, c.first_day""", run.id(), run.knownAt(), run.knownAt());
    }

    private long number(String sql, long param) {
        return database.client().sql(sql).param(param).query(Long.class).single();
    }

    private void same(String what, long counted, long stored) {
        if (counted != stored) {
            mismatches.add(what + ": the run counted " + counted + ", the database holds " + stored);
        }
    }

    private void sums(String sql) {
        database.client().sql(sql).param(run.id()).query(row -> {
            if (counts.net().compareTo(row.getBigDecimal(1)) != 0 || counts.tax().compareTo(row.getBigDecimal(2)) != 0
                    || counts.gross().compareTo(row.getBigDecimal(3)) != 0) {
                mismatches.add("totals: the run counted net " + counts.net() + ", tax " + counts.tax() + ", gross " + counts.gross()
                        + "; the database holds " + row.getBigDecimal(1) + ", " + row.getBigDecimal(2) + ", " + row.getBigDecimal(3));
            }
        });
    }

    private void named(String message, String sql, Object... params) {
        List<String> names = database.client().sql(sql).params(List.of(params)).query(String.class).list();
        names.stream().limit(SHOWN).forEach(name -> mismatches.add(message.formatted(name)));
        if (names.size() > SHOWN) {
            mismatches.add(message.formatted("and " + (names.size() - SHOWN) + " more"));
        }
    }
}
