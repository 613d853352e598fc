package org.prorata.run;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.prorata.contract.Ask;
import org.prorata.ledger.ChargedTwice;
import org.prorata.ledger.Run;
import org.prorata.store.base.Session;
import org.prorata.store.runs.StoredRun;

/** Proves a run by what the database holds: nothing lost, sums that add up, no day charged twice. */
public final class Reconciliation {

    private static final int SHOWN = 5;

    private final Session session;
    private final int threads;
    private final Run run;
    private final Run.Counts counts;
    private final StoredRun stored;
    private final List<String> mismatches = new ArrayList<>();

    private Reconciliation(Session session, int threads, Run run, Run.Counts counts) {
        this.session = session;
        this.threads = threads;
        this.run = run;
        this.counts = counts;
        this.stored = new StoredRun(session, run);
    }

    /**
     * What does not come out right, in words; empty when all does.
     *
     * @param threads how many look at once; one is the thread of the caller, within his transaction
     */
    public static List<String> mismatches(Session session, int threads, Run run, Run.Counts counts) {
        Reconciliation reconciliation = new Reconciliation(session, threads, run, counts);
        session.tx().executeWithoutResult(status -> {
            reconciliation.stored.withoutLookups();
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

    private void contracts() {
        same(
                run.retries() == null ? "contracts known" : "contracts to try again",
                counts.contracts(),
                stored.contracts());
        same("contracts billed", counts.billed(), stored.billed());
        same("contracts parked", counts.parked(), stored.parked());
        same(
                "contracts billed, parked and with nothing due",
                counts.contracts(),
                counts.billed() + counts.nothingDue() + counts.parked());
    }

    /** Range by range: a portfolio may be large, the history of a contract is short. */
    private void invoices() {
        List<String> differing = new ArrayList<>();
        List<String> twice = new ArrayList<>();
        long documents = 0;
        long lines = 0;
        BigDecimal net = BigDecimal.ZERO;
        BigDecimal tax = BigDecimal.ZERO;
        BigDecimal gross = BigDecimal.ZERO;
        for (Proved range : ranges()) {
            StoredRun.Counted sums = range.sums();
            documents += sums.documents();
            lines += sums.lines();
            net = net.add(sums.net());
            tax = tax.add(sums.tax());
            gross = gross.add(sums.gross());
            differing.addAll(sums.differing());
            twice.addAll(range.twice());
        }
        same("invoices", counts.documents(), stored.made());
        same("invoices of the parts", counts.documents(), documents);
        same("lines", counts.lines(), lines);
        sums(net, tax, gross);
        tell("invoice %s differs from the sum of its lines and taxes", differing);
        tell("days are charged twice: %s", twice);
    }

    /** What a range comes to, and days of its contracts that are charged twice. */
    private record Proved(StoredRun.Counted sums, List<String> twice) {}

    private List<Proved> ranges() {
        List<Callable<Proved>> ranges = new ArrayList<>();
        stored.ranges()
                .forEach(range -> ranges.add(() -> session.tx().execute(status -> {
                    stored.withoutLookups();
                    StoredRun.Counted sums = stored.invoices(range);
                    return new Proved(sums, twice(range, sums.overlapping()));
                })));
        if (threads == 1) {
            return ranges.stream().map(Reconciliation::called).toList();
        }
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Proved> all = new ArrayList<>();
            for (Future<Proved> sums : pool.invokeAll(ranges)) {
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

    private static Proved called(Callable<Proved> range) {
        try {
            return range.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("a range could not be proved", e);
        }
    }

    /**
     * Looked for in contracts whose periods overlap: days that the run itself charges twice, for it lays periods out once, and periods
     * that it charges again. Whether periods that were laid out anew come to too much with those of other runs is known where they are
     * decided: there the contract is left out.
     */
    private List<String> twice(StoredRun.Range range, List<String> overlapping) {
        if (overlapping.isEmpty()) {
            return List.of();
        }
        Map<String, List<ChargedTwice.Line>> own = stored.lines(range, overlapping, true);
        List<String> twice = new ArrayList<>();
        stored.lines(range, overlapping, false)
                .forEach((contract, all) -> Stream.concat(
                                ChargedTwice.overlapping(own.getOrDefault(contract, List.of())).stream(),
                                ChargedTwice.again(all).stream())
                        .findFirst()
                        .ifPresent(found -> twice.add(contract + " " + found)));
        return twice;
    }

    private void notes() {
        StoredRun.Counted sums = stored.notes();
        same("debit notes", counts.documents(), sums.documents());
        same("lines", counts.lines(), sums.lines());
        sums(sums.net(), sums.tax(), sums.gross());
        tell("debit note %s differs from the sum of its lines", sums.differing());
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
