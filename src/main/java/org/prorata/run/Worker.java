package org.prorata.run;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.prorata.book.engine.RuleBook;
import org.prorata.ledger.Progress;
import org.prorata.ledger.Run;
import org.prorata.store.base.LivenessTimeout;
import org.prorata.store.base.Session;
import org.prorata.store.facts.Dossiers;
import org.prorata.store.runs.Parts;
import org.prorata.store.runs.Runs;
import org.prorata.store.runs.WorkQueue;
import org.prorata.store.runs.Workers;

/**
 * A process that works at the parts of runs that others began, with the same rule book, calculation and schema: only then
 * does it hear of them at all.
 */
public final class Worker implements AutoCloseable {

    private final UUID id = UUID.randomUUID();
    private final Session session;
    private final RuleBook book;
    private final int threads;
    private final Runs runs;
    private final Workers workers;
    private final WorkQueue queue;
    private final Set<Long> refused = new LinkedHashSet<>();
    private final Meter meter = new Meter();
    private volatile boolean leaving;

    public Worker(Session session, RuleBook book, int threads) {
        this.session = session;
        this.book = book;
        this.threads = threads;
        this.runs = new Runs(session);
        this.workers = new Workers(session);
        this.queue = new WorkQueue(session, group(book), threads);
    }

    /** Those who name the same group work by the same rules. */
    static String group(RuleBook book) {
        return "parts " + book.version() + " " + book.source().calculation();
    }

    /**
     * Works until it is told to end.
     *
     * @param say told of runs that this worker refuses
     */
    public void work(Consumer<String> say) throws InterruptedException {
        Runnable stay = session.database().atExit(() -> leaving = true);
        workers.enter(id, book.version(), book.source().calculation(), threads);
        QueueConsumers.start(
                new RunJob(session), queue, threads, new PartWorkByRun(this::work, queue::touch), () -> leaving);
        try {
            while (!leaving) {
                workers.enter(id, book.version(), book.source().calculation(), threads);
                refuse(say);
                for (int i = 0; i < LivenessTimeout.SAY_SECONDS * 10 && !leaving; i++) {
                    TimeUnit.MILLISECONDS.sleep(100);
                }
            }
        } finally {
            stay.run();
        }
    }

    private void refuse(Consumer<String> say) {
        for (Run run : runs.byOther(book.version(), book.source().calculation())) {
            if (refused.add(run.id())) {
                say.accept("run " + run.id() + " (" + run.title() + ") is by rule book " + run.book() + ", calculation "
                        + run.calculation() + "; this worker has " + book.version() + ", calculation "
                        + book.source().calculation() + " and takes no part in it");
            }
        }
    }

    /** Stops after the chunks at hand. */
    @Override
    public void close() {
        leaving = true;
        queue.close();
        workers.leave(id);
    }

    private PartWork work(long number) {
        Run run = runs.find(number).orElseThrow();
        return new PartWork(
                new Parts(session),
                run,
                ChunkWork.of(session, run, book, false, meter),
                Dossiers.CHUNK,
                new HelpersStop(runs, number, () -> leaving),
                Progress.NONE,
                meter);
    }
}
