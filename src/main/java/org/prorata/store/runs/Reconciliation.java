package org.prorata.store.runs;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.prorata.contract.Ask;
import org.prorata.contract.ChargeReason;
import org.prorata.contract.Item;
import org.prorata.ledger.Run;
import org.prorata.store.base.Columns;
import org.prorata.store.base.Session;
import org.prorata.store.facts.Dossiers;
import org.prorata.store.invoices.ChargedTwice;

/** Proves a run by what the database holds: nothing lost, sums that add up, no day charged twice. */
public final class Reconciliation {

    private static final int SHOWN = 5;

    private final Session session;
    private final int threads;
    private final Run run;
    private final Run.Counts counts;
    private final List<String> mismatches = new ArrayList<>();

    private Reconciliation(Session session, int threads, Run run, Run.Counts counts) {
        this.session = session;
        this.threads = threads;
        this.run = run;
        this.counts = counts;
    }

    /**
     * What does not come out right, in words; empty when all does.
     *
     * @param threads how many look at once; one is the thread of the caller, within his transaction
     */
    public static List<String> mismatches(Session session, int threads, Run run, Run.Counts counts) {
        Reconciliation reconciliation = new Reconciliation(session, threads, run, counts);
        session.tx().executeWithoutResult(status -> {
            reconciliation.withoutLookups();
            reconciliation.contracts();
            if (run.ask() instanceof Ask.Late) {
                reconciliation.notes();
            }
        });
        if (run.ask() instanceof Ask.Bill) {
            reconciliation.invoices();
        }
        return reconciliation.mismatches;
    }

    /** Nothing is known of the rows just stored: taken for few, they would be looked up one by one over and over. */
    private void withoutLookups() {
        session.client().sql("set local enable_nestloop = off").update();
    }

    private void contracts() {
        String documents = run.ask() instanceof Ask.Bill ? "invoice" : "debit_note";
        same(
                run.retries() == null ? "contracts known" : "contracts to try again",
                counts.contracts(),
                run.rebills() == null ? new Parts(session).contracts(run.knownAt(), run.retries()) : 1);
        same(
                "contracts billed",
                counts.billed(),
                number("select count(distinct contract_id) from " + documents + " where run = ?", run.id()));
        same("contracts parked", counts.parked(), number("select count(*) from parked where run = ?", run.id()));
        same(
                "contracts billed, parked and with nothing due",
                counts.contracts(),
                counts.billed() + counts.nothingDue() + counts.parked());
    }

    /** Range by range: a portfolio may be large, the history of a contract is short. */
    private void invoices() {
        List<String> differing = new ArrayList<>();
        List<String> twice = new ArrayList<>();
        Sums sums = Sums.NONE;
        for (Sums range : ranges()) {
            sums = sums.plus(range);
            differing.addAll(range.differing());
            twice.addAll(range.twice());
        }
        same("invoices", counts.documents(), number("select count(*) from invoice where run = ?", run.id()));
        same("invoices of the parts", counts.documents(), sums.invoices());
        same("lines", counts.lines(), sums.lines());
        sums(sums.net(), sums.tax(), sums.gross());
        tell("invoice %s differs from the sum of its lines and taxes", differing);
        tell("days are charged twice: %s", twice);
    }

    /** What the invoices of some contracts come to, the names of those that do not add up, and days charged twice. */
    private record Sums(
            long invoices,
            long lines,
            BigDecimal net,
            BigDecimal tax,
            BigDecimal gross,
            List<String> differing,
            List<String> twice) {

        static final Sums NONE =
                new Sums(0, 0, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, List.of(), List.of());

        Sums plus(Sums more) {
            return new Sums(
                    invoices + more.invoices,
                    lines + more.lines,
                    net.add(more.net),
                    tax.add(more.tax),
                    gross.add(more.gross),
                    List.of(),
                    List.of());
        }
    }

    private List<Sums> ranges() {
        List<Callable<Sums>> ranges = session.client()
                .sql("select after_id, up_to from run_part where run = ? order by part")
                .param(run.id())
                .query((row, number) -> range(row.getString(1), row.getString(2)))
                .list();
        if (threads == 1) {
            return ranges.stream().map(Reconciliation::called).toList();
        }
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Sums> all = new ArrayList<>();
            for (Future<Sums> sums : pool.invokeAll(ranges)) {
                all.add(sums.get());
            }
            return all;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the proof of run " + run.id() + " was interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("run " + run.id() + " could not be proved", e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private static Sums called(Callable<Sums> range) {
        try {
            return range.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("a range could not be proved", e);
        }
    }

    private Callable<Sums> range(String after, String upTo) {
        return () -> session.tx().execute(status -> {
            withoutLookups();
            return sums(after, upTo);
        });
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
                select contract_id, item, reason, first_day, last_day, catch_up, amount from stored s
                where not exists (select from cancellation c where c.invoice = s.invoice and c.rebilled_by <= :run)
                union all
                select contract_id, item, reason, first_day, last_day, false, amount from opening_line join told using (contract_id)
                where contract_id > :after and contract_id <= :upTo and not billed_stated
                union all
                select contract_id, item, reason, first_day, last_day, false, amount from (
                    select distinct on (contract_id, number) * from billed_before
                    where contract_id > :after and contract_id <= :upTo and recording <= :known
                    order by contract_id, number, recording desc) as before join told using (contract_id)
                where not removed and billed_stated)""";

    /** Days of contracts that are charged twice; whether they are, net of what was given back, is looked at for those whose periods overlap. */
    private List<String> twice(String after, String upTo, List<String> overlapping) {
        if (overlapping.isEmpty()) {
            return List.of();
        }
        Map<String, List<ChargedTwice.Line>> lines = new TreeMap<>();
        session.client()
                .sql(LINES + " select * from line where contract_id = any(:overlapping)")
                .param("after", after)
                .param("upTo", upTo)
                .param("known", run.knownAt())
                .param("run", run.id())
                .param("overlapping", overlapping.toArray(String[]::new))
                .query(row -> {
                    lines.computeIfAbsent(row.getString("contract_id"), id -> new ArrayList<>())
                            .add(new ChargedTwice.Line(
                                    row.getString("item"),
                                    Columns.day(row, "first_day"),
                                    Columns.day(row, "last_day"),
                                    row.getBigDecimal("amount"),
                                    Objects.requireNonNull(Columns.choice(row, "reason", ChargeReason.class)),
                                    row.getBoolean("catch_up")));
                });
        Map<String, Map<String, LocalDate>> begins = new HashMap<>();
        new Dossiers(session)
                .read(lines.keySet(), run.knownAt())
                .forEach(dossier -> begins.put(
                        dossier.contract().id(),
                        dossier.contract().items().stream().collect(Collectors.toMap(Item::id, Item::from))));
        List<String> twice = new ArrayList<>();
        lines.forEach((contract, all) -> ChargedTwice.of(all, begins.getOrDefault(contract, Map.of()))
                .ifPresent(found -> twice.add(contract + " " + found)));
        return twice;
    }

    /**
     * No day that a line of time covers was covered before, unless it was credited. A change of plan may overlap (the old
     * plan is not always credited), and so does what a catch-up adds to days billed.
     */
    private Sums sums(String after, String upTo) {
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
                .param("after", after)
                .param("upTo", upTo)
                .param("known", run.knownAt())
                .param("run", run.id())
                .query((row, number) -> new Sums(
                        row.getLong(1),
                        row.getLong(2),
                        row.getBigDecimal(3),
                        row.getBigDecimal(4),
                        row.getBigDecimal(5),
                        List.of((String[]) row.getArray(6).getArray()),
                        twice(after, upTo, List.of((String[]) row.getArray(7).getArray()))))
                .single();
    }

    private void notes() {
        same("debit notes", counts.documents(), number("select count(*) from debit_note where run = ?", run.id()));
        same(
                "lines",
                counts.lines(),
                number(
                        "select count(*) from debit_note_line l join debit_note n on n.id = l.debit_note where n.run = ?",
                        run.id()));
        session.client()
                .sql("select coalesce(sum(amount), 0), 0, coalesce(sum(amount), 0) from debit_note where run = ?")
                .param(run.id())
                .query(row -> {
                    sums(row.getBigDecimal(1), row.getBigDecimal(2), row.getBigDecimal(3));
                });
        tell(
                "debit note %s differs from the sum of its lines",
                session.client().sql("""
                select n.name from debit_note n where n.run = ?
                and n.amount is distinct from (select sum(amount) from debit_note_line where debit_note = n.id)
                order by n.id""").param(run.id()).query(String.class).list());
    }

    private long number(String sql, long param) {
        return session.client().sql(sql).param(param).query(Long.class).single();
    }

    private void same(String what, long counted, long stored) {
        if (counted != stored) {
            mismatches.add(what + ": the run counted " + counted + ", the database holds " + stored);
        }
    }

    private void sums(BigDecimal net, BigDecimal tax, BigDecimal gross) {
        if (counts.net().compareTo(net) != 0
                || counts.tax().compareTo(tax) != 0
                || counts.gross().compareTo(gross) != 0) {
            mismatches.add("totals: the run counted net " + counts.net() + ", tax " + counts.tax() + ", gross "
                    + counts.gross() + "; the database holds " + net + ", " + tax + ", " + gross);
        }
    }

    private void tell(String message, List<String> names) {
        names.stream().limit(SHOWN).forEach(name -> mismatches.add(message.formatted(name)));
        if (names.size() > SHOWN) {
            mismatches.add(message.formatted("and " + (names.size() - SHOWN) + " more"));
        }
    }
}
