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
        same(run.retries() == null ? "contracts known" : "contracts to try again", counts.contracts(),
                new Parts(database).contracts(run.knownAt(), run.retries()));
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
                order by i.id""");
    }

    private void notes() {
        same("debit notes", counts.documents(), number("select count(*) from debit_note where run = ?", run.id()));
        same("lines", counts.lines(),
                number("select count(*) from debit_note_line l join debit_note n on n.id = l.debit_note where n.run = ?", run.id()));
        sums("select coalesce(sum(amount), 0), 0, coalesce(sum(amount), 0) from debit_note where run = ?");
        named("debit note %s differs from the sum of its lines", """
                select n.name from debit_note n where n.run = ?
                and n.amount is distinct from (select sum(amount) from debit_note_line where debit_note = n.id)
                order by n.id""");
    }

    /** Of the contracts that the run billed, chunk by chunk: their number may be large, their history short. */
    private void days() {
        Documents documents = new Documents(database);
        List<String> found = new ArrayList<>();
        String last = "";
        for (List<String> ids = documents.contractsOfRun(run.id(), last, Facts.CHUNK); !ids.isEmpty();
                ids = documents.contractsOfRun(run.id(), last, Facts.CHUNK)) {
            last = ids.get(ids.size() - 1);
            found.addAll(chargedTwice(ids));
        }
        tell("days are charged twice: %s", found);
    }

    /**
     * No day that a line of time covers was covered before, unless it was credited. A change of plan may overlap (the old
     * plan is not always credited), and so does what a catch-up adds to days billed.
     */
    private List<String> chargedTwice(List<String> contracts) {
        List<String> stated = database.client().sql("""
                select contract_id from (
                    select distinct on (contract_id) contract_id, billed_stated from contract
                    where contract_id = any(?) and recording <= ? order by contract_id, recording desc) as known
                where billed_stated""").param(contracts.toArray(String[]::new)).param(run.knownAt()).query(String.class).list();
        List<String> silent = new ArrayList<>(contracts);
        silent.removeAll(stated);
        return database.client().sql("""
                with line as (
                    select contract_id, item, reason, first_day, last_day, catch_up from invoice_line where contract_id = any(?)
                    union all
                    select contract_id, item, reason, first_day, last_day, false from opening_line where contract_id = any(?)
                    union all
                    select contract_id, item, reason, first_day, last_day, false from (
                        select distinct on (contract_id, number) * from billed_before where contract_id = any(?) and recording <= ?
                        order by contract_id, number, recording desc) as told where not removed),
                charge as (
                    select *, max(last_day) over (partition by contract_id, item order by first_day, last_day
                                                  rows between unbounded preceding and 1 preceding) as covered_to
                    from line where reason in ('recurring', 'added', 'upgrade', 'remaining') and not catch_up)
                select c.contract_id || ' ' || c.item || ' from ' || c.first_day || ' to ' || least(c.last_day, c.covered_to)
                from charge c where c.first_day <= c.covered_to and c.reason <> 'upgrade'
                and not exists (select from line k where k.contract_id = c.contract_id and k.item = c.item
                                and k.reason in ('unused', 'correction') and k.first_day <= least(c.last_day, c.covered_to)
                                and k.last_day >= c.first_day)
                order by c.contract_id, c.item, c.first_day""")
                .param(contracts.toArray(String[]::new)).param(silent.toArray(String[]::new)).param(stated.toArray(String[]::new))
                .param(run.knownAt()).query(String.class).list();
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

    private void named(String message, String sql) {
        tell(message, database.client().sql(sql).param(run.id()).query(String.class).list());
    }

    private void tell(String message, List<String> names) {
        names.stream().limit(SHOWN).forEach(name -> mismatches.add(message.formatted(name)));
        if (names.size() > SHOWN) {
            mismatches.add(message.formatted("and " + (names.size() - SHOWN) + " more"));
        }
    }
}
