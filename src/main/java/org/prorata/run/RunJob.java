package org.prorata.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.prorata.store.base.Session;
import org.prorata.store.runs.WorkQueue;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.support.TaskExecutorJobOperator;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.partition.PartitionHandler;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.partition.support.TaskExecutorPartitionHandler;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.JdbcJobRepositoryFactoryBean;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.integration.partition.MessageChannelPartitionHandler;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.core.task.SyncTaskExecutor;
import org.springframework.integration.core.MessagingTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Hands the parts of a run out to threads. Where a run stands is known from its parts alone, so that each attempt is a job
 * of its own over the parts that are left: one that was killed leaves nothing to be mended by hand.
 */
final class RunJob {

    private static final String NAME = "portfolio";
    private static final String PART = "part";
    private static final long POLL_MILLIS = 200;

    /** Under this name the number of a run travels with its job. */
    static final String RUN = "run";

    private final JobRepository repository;
    private final PlatformTransactionManager transactions;

    RunJob(Session session) {
        this.transactions = session.transactions();
        try {
            JdbcJobRepositoryFactoryBean factory = new JdbcJobRepositoryFactoryBean();
            factory.setDataSource(session.dataSource());
            factory.setTransactionManager(transactions);
            factory.afterPropertiesSet();
            this.repository = factory.getObject();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("the job repository could not be made", e);
        }
    }

    /** The step that works one part. */
    <W extends Tasklet & StepExecutionListener> Step part(W work) {
        return new StepBuilder(PART, repository)
                .tasklet(work, transactions)
                .listener(work)
                .build();
    }

    JobRepository repository() {
        return repository;
    }

    /** Hands parts to threads of this process. */
    PartitionHandler here(Step part, int threads) {
        SimpleAsyncTaskExecutor executor = new SimpleAsyncTaskExecutor("run-");
        executor.setConcurrencyLimit(threads);
        TaskExecutorPartitionHandler handler = new TaskExecutorPartitionHandler();
        handler.setStep(part);
        handler.setTaskExecutor(executor);
        return handler;
    }

    /** Hands parts to whoever listens to a queue. */
    PartitionHandler away(WorkQueue queue) {
        MessagingTemplate template = new MessagingTemplate();
        template.setDefaultChannel(queue.channel());
        MessageChannelPartitionHandler handler = new MessageChannelPartitionHandler();
        handler.setStepName(PART);
        handler.setMessagingOperations(template);
        handler.setJobRepository(repository);
        handler.setPollInterval(POLL_MILLIS);
        try {
            handler.afterPropertiesSet();
        } catch (Exception e) {
            throw new IllegalStateException("parts could not be handed to workers", e);
        }
        return handler;
    }

    /** Works the parts and returns when all have ended, done or not; why one is not, its work tells. */
    void work(long run, List<Integer> parts, PartitionHandler handler) {
        Job job = new JobBuilder(NAME, repository)
                .start(new StepBuilder("parts", repository)
                        .partitioner(PART, partitioner(parts))
                        .partitionHandler(handler)
                        .build())
                .build();
        TaskExecutorJobOperator operator = new TaskExecutorJobOperator();
        operator.setJobRepository(repository);
        operator.setTaskExecutor(new SyncTaskExecutor());
        try {
            operator.start(job, attempt(run));
        } catch (JobExecutionException e) {
            throw new IllegalStateException("the parts of run " + run + " could not be handed out", e);
        }
    }

    private static JobParameters attempt(long run) {
        return new JobParametersBuilder()
                .addLong(RUN, run)
                .addString("attempt", UUID.randomUUID().toString())
                .toJobParameters();
    }

    private static Partitioner partitioner(List<Integer> parts) {
        return size -> {
            Map<String, ExecutionContext> contexts = new HashMap<>();
            for (Integer part : parts) {
                ExecutionContext context = new ExecutionContext();
                context.putInt(PartWork.PART, part);
                contexts.put("%06d".formatted(part), context);
            }
            return contexts;
        };
    }
}
