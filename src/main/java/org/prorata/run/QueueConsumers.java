package org.prorata.run;

import java.util.function.BooleanSupplier;
import org.prorata.store.runs.WorkQueue;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.integration.partition.StepExecutionRequest;
import org.springframework.batch.integration.partition.StepExecutionRequestHandler;

/** Threads of this process that take parts from a queue. */
final class QueueConsumers {

    private QueueConsumers() {}

    /** @param leaving whether the process is about to end: what is not done then goes back to the queue */
    static void start(RunJob job, WorkQueue queue, int threads, PartWorkByRun work, BooleanSupplier leaving) {
        Step part = job.part(work);
        StepExecutionRequestHandler handler = new StepExecutionRequestHandler();
        handler.setJobRepository(job.repository());
        handler.setStepLocator(name -> part);
        queue.take(threads, message -> {
            StepExecution step = handler.handle((StepExecutionRequest) message.getPayload());
            if (leaving.getAsBoolean() && step.getStatus() != BatchStatus.COMPLETED) {
                throw new IllegalStateException("the worker ends; its part goes back");
            }
        });
    }
}
