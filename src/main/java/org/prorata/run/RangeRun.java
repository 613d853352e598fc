package org.prorata.run;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.prorata.contract.Ask;
import org.prorata.engine.RuleBook;
import org.prorata.store.Database;
import org.prorata.store.Facts;
import org.prorata.store.Parked;
import org.prorata.store.Reconciliation;
import org.prorata.store.Run;
import org.prorata.store.RunLock;
import org.prorata.store.Runs;

/** A run over all contracts by several workers, each over ranges of its own. */
public final class RangeRun {

    private final Database database;
    private final Facts facts;
    private final Runs runs;
    private final int workers;
    private final Meter meter;

    public RangeRun(Database database, int workers, Meter meter) {
        this.database = database;
        this.facts = new Facts(database);
        this.runs = new Runs(database);
        this.workers = workers;
        this.meter = meter;
    }

    public RunResult run(Ask ask, RuleBook book, Progress progress) {
        try (RunLock lock = runs.lock()) {
            long known = facts.watermark();
            Run run = runs.find(runs.open(ask, known, book.source())).orElseThrow();
            Ranges ranges = new Ranges(known);
            Tally tally = new Tally();
            List<Parked> parked = new ArrayList<>();
            ExecutorService threads = Executors.newFixedThreadPool(workers);
            try {
                List<Future<?>> working = new ArrayList<>();
                for (int i = 0; i < workers; i++) {
                    working.add(threads.submit(() -> work(ranges, PortfolioRun.pass(database, ask, book, known, run.id(), meter), run,
                            tally, parked, progress)));
                }
                for (Future<?> one : working) {
                    one.get();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            } finally {
                threads.shutdownNow();
            }
            Run.Counts counts = tally.counts();
            List<String> mismatches = Reconciliation.mismatches(database, run, counts);
            runs.close(run.id(), counts, mismatches);
            return new RunResult(run.id(), ask, known, counts, tally.profiles(), parked, mismatches);
        }
    }

    private void work(Ranges ranges, Pass pass, Run run, Tally tally, List<Parked> parked, Progress progress) {
        for (List<String> ids = ranges.next(); !ids.isEmpty(); ids = ranges.next()) {
            Worked worked = pass.work(ids);
            meter.time(Meter.Stage.WRITE, () -> database.tx().executeWithoutResult(status -> worked.store().accept(run)));
            synchronized (tally) {
                worked.tally().accept(tally);
                worked.parked().stream().limit(RunResult.SHOWN - parked.size()).forEach(parked::add);
                progress.report(tally.done(), tally.parked());
            }
        }
    }

    /** Hands out chunks of contracts in their order. */
    private final class Ranges {
        private final long known;
        private String last = "";

        Ranges(long known) {
            this.known = known;
        }

        synchronized List<String> next() {
            List<String> ids = meter.time(Meter.Stage.READ, () -> facts.contracts(last, known, Facts.CHUNK));
            last = ids.isEmpty() ? last : ids.get(ids.size() - 1);
            return ids;
        }
    }
}
