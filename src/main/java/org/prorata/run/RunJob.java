package org.prorata.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.prorata.store.Database;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.support.TaskExecutorJobOperator;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.partition.support.TaskExecutorPartitionHandler;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.JdbcJobRepositoryFactoryBean;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.core.task.SyncTaskExecutor;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Hands the parts of a run out to threads. Where a run stands is known from its parts alone, so that each attempt is a job
 * of its own over the parts that are left: one that was killed leaves nothing to be mended by hand.
 */
final class RunJob {

    private static final String NAME = "portfolio";

    private final JobRepository repository;
    private final PlatformTransactionManager transactions;
    private final int threads;

    RunJob(Database database, int threads) {
        this.transactions = database.transactions();
        this.threads = threads;
        try {
            JdbcJobRepositoryFactoryBean factory = new JdbcJobRepositoryFactoryBean();
            factory.setDataSource(database.dataSource());
            factory.setTransactionManager(transactions);
            factory.afterPropertiesSet();
            this.repository = factory.getObject();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("the job repository could not be made", e);
        }
    }

    /** Works the parts and returns when all have ended, done or not; why one is not, its work tells. */
    void work(long run, List<Integer> parts, PartWork work) {
        if (parts.isEmpty()) {
            return;
        }
        try {
            start(run, parts, work);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("the parts of run " + run + " could not be handed out", e);
        }
    }

    private void start(long run, List<Integer> parts, PartWork work) throws Exception {
        Step part = new StepBuilder("part", repository).tasklet(work, transactions).listener(work).build();
        SimpleAsyncTaskExecutor executor = new SimpleAsyncTaskExecutor("run-" + run + "-");
        executor.setConcurrencyLimit(threads);
        TaskExecutorPartitionHandler handler = new TaskExecutorPartitionHandler();
        handler.setStep(part);
        handler.setTaskExecutor(executor);
        handler.afterPropertiesSet();
        Job job = new JobBuilder(NAME, repository)
                .start(new StepBuilder("parts", repository).partitioner("part", partitioner(parts)).partitionHandler(handler).build())
                .build();
        TaskExecutorJobOperator operator = new TaskExecutorJobOperator();
        operator.setJobRepository(repository);
        operator.setTaskExecutor(new SyncTaskExecutor());
        operator.start(job, attempt(run));
    }

    private static JobParameters attempt(long run) {
        return new JobParametersBuilder().addLong("run", run).addString("attempt", UUID.randomUUID().toString()).toJobParameters();
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
