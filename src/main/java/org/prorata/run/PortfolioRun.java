package org.prorata.run;

import java.util.ArrayList;
import java.util.List;
import org.prorata.contract.Ask;
import org.prorata.engine.RuleBook;
import org.prorata.store.Database;
import org.prorata.store.Facts;
import org.prorata.store.Parked;
import org.prorata.store.Reconciliation;
import org.prorata.store.Run;
import org.prorata.store.RunLock;
import org.prorata.store.Runs;

/**
 * A run over all contracts, chunk by chunk, each stored at once: what is killed loses at most a chunk, and the next run
 * bills what is missing and nothing twice, as a run is the difference to what is billed.
 */
public final class PortfolioRun {

    /** A preview stands after all runs there are. */
    private static final long AFTER_ALL = Long.MAX_VALUE;

    private final Database database;
    private final Facts facts;
    private final Runs runs;
    private final int chunk;

    public PortfolioRun(Database database) {
        this(database, Facts.CHUNK);
    }

    PortfolioRun(Database database, int chunk) {
        this.database = database;
        this.facts = new Facts(database);
        this.runs = new Runs(database);
        this.chunk = chunk;
    }

    /**
     * Bills a window, or claims what is late on a day.
     *
     * @param ask an {@link Ask.Bill} or {@link Ask.Late}
     * @throws org.prorata.store.RunRefused when another run is under way, or has billed further
     */
    public RunResult run(Ask ask, RuleBook book, Progress progress) {
        try (RunLock lock = runs.lock()) {
            runs.refuseBehind(ask);
            long known = facts.watermark();
            long id = runs.open(ask, known, book.source());
            try {
                Run run = runs.find(id).orElseThrow();
                RunResult done = over(ask, book, known, run, progress);
                List<String> mismatches = Reconciliation.mismatches(database, run, done.counts());
                runs.close(id, done.counts(), mismatches);
                return new RunResult(id, ask, known, done.counts(), done.profiles(), done.parked(), mismatches);
            } catch (RuntimeException e) {
                interrupt(id, e);
                throw e;
            }
        }
    }

    /** The failure counts, not that it cannot be recorded when the database itself is gone: the next run marks this one. */
    private void interrupt(long id, RuntimeException failure) {
        try {
            runs.interrupt(id, failure.toString());
        } catch (RuntimeException alsoFailed) {
            failure.addSuppressed(alsoFailed);
        }
    }

    /** The same figures without storing anything. */
    public RunResult preview(Ask ask, RuleBook book, Progress progress) {
        try (RunLock lock = runs.lockToLook()) {
            runs.refuseBehind(ask);
            return over(ask, book, facts.watermark(), null, progress);
        }
    }

    private RunResult over(Ask ask, RuleBook book, long known, Run run, Progress progress) {
        Pass pass = pass(database, ask, book, known, run == null ? AFTER_ALL : run.id());
        Tally tally = new Tally();
        List<Parked> parked = new ArrayList<>();
        String last = "";
        for (List<String> ids = facts.contracts(last, known, chunk); !ids.isEmpty(); ids = facts.contracts(last, known, chunk)) {
            last = ids.get(ids.size() - 1);
            Worked worked = pass.work(ids);
            if (run != null) {
                database.tx().executeWithoutResult(status -> worked.store().accept(run));
            }
            worked.tally().accept(tally);
            worked.parked().stream().limit(RunResult.SHOWN - parked.size()).forEach(parked::add);
            progress.report(tally.done(), tally.parked());
        }
        return new RunResult(null, ask, known, tally.counts(), tally.profiles(), List.copyOf(parked), List.of());
    }

    static Pass pass(Database database, Ask ask, RuleBook book, long known, long run) {
        return pass(database, ask, book, known, run, new Meter());
    }

    static Pass pass(Database database, Ask ask, RuleBook book, long known, long run, Meter meter) {
        if (ask instanceof Ask.Bill bill) {
            return new BillPass(database, book.evaluator(), bill, known, run, meter);
        }
        if (ask instanceof Ask.Late late) {
            return new LatePass(database, book.evaluator(), late, known, run);
        }
        throw new IllegalArgumentException("a run bills or claims, it does not answer " + ask);
    }
}
