package org.prorata.run;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongFunction;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** The parts of whatever run they belong to: a message may be of another command's run, or of one that is over. */
final class PartWorkByRun implements Tasklet, StepExecutionListener {

    /** Runs follow one another; only previews go beside each other. One that is forgotten while it is at work takes its part anew. */
    private static final int MOST = 8;

    private final LongFunction<PartWork> maker;
    private final Runnable sign;
    private final Map<Long, PartWork> works = new LinkedHashMap<>(MOST, 1, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, PartWork> eldest) {
            return size() > MOST;
        }
    };

    /**
     * @param maker makes the work of a run
     * @param sign  says, before each chunk, that the thread is alive
     */
    PartWorkByRun(LongFunction<PartWork> maker, Runnable sign) {
        this.maker = maker;
        this.sign = sign;
    }

    @Override
    public void beforeStep(StepExecution step) {
        work(step).beforeStep(step);
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        sign.run();
        return work(contribution.getStepExecution()).execute(contribution, context);
    }

    @Override
    public ExitStatus afterStep(StepExecution step) {
        return work(step).afterStep(step);
    }

    private PartWork work(StepExecution step) {
        long run = step.getJobExecution().getJobParameters().getLong(RunJob.RUN);
        synchronized (works) {
            PartWork work = works.get(run);
            if (work == null) {
                work = maker.apply(run);
                works.put(run, work);
            }
            return work;
        }
    }
}
