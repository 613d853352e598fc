package org.prorata.run;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.prorata.book.engine.RuleBook;
import org.prorata.ledger.Progress;
import org.prorata.ledger.Run;
import org.prorata.store.base.Session;
import org.prorata.store.runs.Parts;
import org.prorata.store.runs.Runs;
import org.prorata.store.runs.WorkQueue;
import org.prorata.store.runs.Workers;
import org.springframework.batch.core.partition.PartitionHandler;

/** Has the parts of a run worked, by threads of this process and by workers, until all are done; then proves and closes it. */
final class Conductor {

    /** Attempts in a row that store nothing, after which a run gives up. */
    private static final int MOST_STILL = 5;

    private final Session session;
    private final Runs runs;
    private final Parts parts;
    private final PortfolioRun.RunShape shape;
    private final Progress afterChunk;
    private final Meter meter;

    Conductor(Session session, PortfolioRun.RunShape shape, Progress afterChunk, Meter meter) {
        this.session = session;
        this.runs = new Runs(session);
        this.parts = new Parts(session);
        this.shape = shape;
        this.afterChunk = afterChunk;
        this.meter = meter;
    }

    /**
     * Works a run until its parts are done or it is to stop, and closes it.
     *
     * @param wentOn whether it had broken off
     */
    RunResult work(Run run, RuleBook book, ChunkWork pass, boolean wentOn, Progress progress) {
        SoloMode alone = new SoloMode(new Workers(session), run);
        try (RunMonitor watch = new RunMonitor(session, () -> {
            report(run, progress);
            alone.look();
        })) {
            try {
                parts(run, book, pass, watch, alone);
            } catch (RuntimeException e) {
                watch.because(e);
            }
            if (watch.failure() != null) {
                interrupt(run.id(), watch.failure());
                throw watch.failure();
            }
            return close(run, wentOn, progress);
        }
    }

    /** Here as long as there is no worker; from then on whoever listens takes the parts that are left. */
    private void parts(Run run, RuleBook book, ChunkWork pass, RunMonitor watch, SoloMode alone) {
        RunJob job = new RunJob(session);
        alone.look();
        PartWork here = new PartWork(parts, run, pass, shape.chunk(), alone.beside(watch), afterChunk, meter);
        untilDone(run, () -> alone.over() || watch.asked(), job, job.here(job.part(here), shape.threads()));
        if (!alone.over() || watch.asked()) {
            return;
        }
        PartWork work = new PartWork(parts, run, pass, shape.chunk(), watch, afterChunk, meter);
        try (WorkQueue queue = new WorkQueue(session, Worker.group(book), shape.threads())) {
            queue.clear(Worker.group(book));
            // previews of others go through the same queue
            QueueConsumers.start(
                    job,
                    queue,
                    shape.threads(),
                    new PartWorkByRun(number -> number == run.id() ? work : other(number, book, watch), queue::touch),
                    watch::asked);
            untilDone(run, watch::asked, job, job.away(queue));
        }
    }

    private PartWork other(long number, RuleBook book, RunMonitor watch) {
        Run run = runs.find(number).orElseThrow();
        return new PartWork(
                parts,
                run,
                ChunkWork.of(session, run, book, false, meter),
                shape.chunk(),
                new HelpersStop(runs, number, watch::asked),
                Progress.NONE,
                meter);
    }

    /** A part that a worker gave back while nobody else was at work is handed out again. */
    private void untilDone(Run run, BooleanSupplier over, RunJob job, PartitionHandler handler) {
        long before = -1;
        int still = 0;
        for (List<Integer> open = parts.open(run.id());
                !open.isEmpty() && !over.getAsBoolean();
                open = parts.open(run.id())) {
            long done = parts.standing(run.id()).contracts();
            Run now = runs.find(run.id()).orElseThrow();
            if (now.state() == Run.State.STOPPING) {
                throw new IllegalStateException(
                        now.message() == null ? "run " + run.id() + " was asked to stop" : now.message());
            }
            // an attempt may come to nothing because another one, left over from before, has just taken all parts
            still = done == before ? still + 1 : 0;
            if (still == MOST_STILL) {
                throw new IllegalStateException(
                        "run " + run.id() + " makes no way: parts " + open + " end without being done");
            }
            if (still > 0) {
                pause();
            }
            before = done;
            job.work(run.id(), open, handler);
        }
    }

    private static void pause() {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private RunResult close(Run run, boolean wentOn, Progress progress) {
        report(run, progress);
        Run.Counts counts = parts.counts(run.id());
        List<String> mismatches = List.of();
        if (parts.standing(run.id()).done()) {
            mismatches = run.preview() ? List.of() : Reconciliation.mismatches(session, shape.threads(), run, counts);
            runs.close(run.id(), counts, mismatches);
        } else {
            runs.stopped(run.id());
        }
        return new RunResult(
                runs.find(run.id()).orElseThrow(),
                wentOn,
                counts,
                parts.totals(run.id()),
                runs.parked(run.id(), RunResult.SHOWN),
                mismatches,
                ClosedDays.of(session, run).orElse(null));
    }

    private void report(Run run, Progress progress) {
        Parts.RunProgress standing = parts.standing(run.id());
        progress.report(standing.contracts(), standing.parked(), standing.size());
    }

    /** The failure counts, not that it cannot be recorded when the database itself is gone: the next run marks this one. */
    private void interrupt(long id, RuntimeException failure) {
        try {
            runs.interrupt(id, failure.toString());
        } catch (RuntimeException alsoFailed) {
            failure.addSuppressed(alsoFailed);
        }
    }
}
