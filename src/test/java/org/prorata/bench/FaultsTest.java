package org.prorata.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prorata.store.base.LivenessTimeout;
import org.prorata.store.runs.StoredResult;

@DisplayName("With commands, workers and a server of their own processes, the result is the undisturbed one after")
class FaultsTest {

    private static final String PROGRAM = "org.prorata.cli.Prorata";
    private static final List<String> OPTIONS = List.of(LivenessTimeout.option(6));

    @TempDir
    private static Path folder;

    private static BenchStages stages;

    @BeforeAll
    static void undisturbed() throws Exception {
        stages = new BenchStages(folder);
        stages.make(3_000, 5);
        stages.walk(PROGRAM, OPTIONS, Step.ISSUE);
        assertThat(stages.after(Step.ISSUE).count(StoredResult.Kind.PARKED)).isPositive();
        assertThat(stages.after(Step.ISSUE).count(StoredResult.Kind.NUMBERS)).isGreaterThan(2_500);
    }

    @Test
    @DisplayName("a run that was killed and its command given again")
    void run() throws Exception {
        same(Fault.KILL_RUN, 0, 0.6);
    }

    @Test
    @DisplayName("a server that was killed under a run and the command given again")
    void server() throws Exception {
        same(Fault.KILL_SERVER, 0, 0.6);
    }

    @Test
    @DisplayName("a worker that was stopped, nothing done about it, and the worker woken up when all is over")
    void worker() throws Exception {
        same(Fault.STOP_WORKER, 1, 0.5);
    }

    private static void same(Fault blow, int workers, double share) throws Exception {
        FaultTrial trial = new FaultTrial(stages, blow, Step.BILL, workers, share, new Random(5));
        assertThat(trial.run(folder.resolve(blow.name()), PROGRAM, OPTIONS))
                .as(trial.toString())
                .isEmpty();
    }
}
