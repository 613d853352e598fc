package org.prorata.run;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.prorata.ledger.Progress;
import org.prorata.ledger.Run;
import org.prorata.store.base.Database;
import org.prorata.store.runs.FencedOut;
import org.prorata.store.runs.Parts;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Works the parts of one run, chunk by chunk. A chunk is read, decided and stored with the place that it came to in one
 * transaction, by the part's holder only: what is killed in between has stored nothing of it.
 */
final class PartWork implements Tasklet, StepExecutionListener {

    /** Under this name the number of a part travels with its step. */
    static final String PART = "part";

    private final Parts parts;
    private final Run run;
    private final ChunkWork pass;
    private final int chunk;
    private final Stop stop;
    private final Progress afterChunk;
    private final Meter meter;
    private final Map<Long, Parts.Held> held = new ConcurrentHashMap<>();

    PartWork(Parts parts, Run run, ChunkWork pass, int chunk, Stop stop, Progress afterChunk, Meter meter) {
        this.parts = parts;
        this.run = run;
        this.pass = pass;
        this.chunk = chunk;
        this.stop = stop;
        this.afterChunk = afterChunk;
        this.meter = meter;
    }

    /** Told when whoever works on the run is to stop after the chunk at hand, and why. */
    interface Stop {

        boolean asked();

        void because(RuntimeException failure);
    }

    /** A step that is handed out once more begins with taking its part once more. */
    @Override
    public void beforeStep(StepExecution step) {
        held.remove(step.getId());
        try {
            parts.free(run.id(), part(step));
        } catch (RuntimeException e) {
            stop.because(e);
            throw e;
        }
    }

    @Override
    public ExitStatus afterStep(StepExecution step) {
        held.remove(step.getId());
        return null;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        try {
            return chunk(contribution.getStepExecution());
        } catch (FencedOut e) {
            // another worker has the part; nothing of this chunk is stored, and the run goes on there
            throw e;
        } catch (RuntimeException e) {
            stop.because(e);
            throw e;
        }
    }

    private RepeatStatus chunk(StepExecution step) {
        Parts.Held part = held.get(step.getId());
        if (part == null) {
            Optional<Parts.Held> taken = parts.take(run.id(), part(step), Database.OWNER);
            if (taken.isEmpty()) {
                return RepeatStatus.FINISHED;
            }
            part = taken.get();
        }
        if (!parts.claim(part) || stop.asked()) {
            step.setTerminateOnly();
            return RepeatStatus.FINISHED;
        }
        Parts.Held at = part;
        List<String> contracts =
                meter.time(Meter.Stage.READ, () -> parts.next(at, run.knownAt(), run.retries(), chunk));
        if (contracts.isEmpty()) {
            parts.done(part);
            return RepeatStatus.FINISHED;
        }
        ChunkResult worked = pass.work(contracts);
        Tally sums = worked.sums();
        meter.time(Meter.Stage.WRITE, () -> {
            held.put(step.getId(), worked.stored(parts, run, at, contracts.get(contracts.size() - 1), sums));
        });
        afterChunk.report(sums.done(), sums.parked(), contracts.size());
        return RepeatStatus.CONTINUABLE;
    }

    private static int part(StepExecution step) {
        return step.getExecutionContext().getInt(PART);
    }
}
