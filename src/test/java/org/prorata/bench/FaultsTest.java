package org.prorata.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prorata.store.Result;
import org.prorata.store.Silence;

@DisplayName("With commands, workers and a server of their own processes, the result is the undisturbed one after")
class FaultsTest {

    private static final String PROGRAM = "org.prorata.cli.Prorata";
    private static final List<String> OPTIONS = List.of(Silence.option(6));

    @TempDir
    private static Path folder;

    private static Stages stages;

    @BeforeAll
    static void undisturbed() throws Exception {
        stages = new Stages(folder);
        stages.make(3_000, 5);
        stages.walk(PROGRAM, OPTIONS, Step.ISSUE);
        assertThat(stages.after(Step.ISSUE).count(Result.Kind.PARKED)).isPositive();
        assertThat(stages.after(Step.ISSUE).count(Result.Kind.NUMBERS)).isGreaterThan(2_500);
    }

    @Test
    @DisplayName("a run that was killed and its command given again")
    void run() throws Exception {
        same(Blow.KILL_RUN, 0, 0.6);
    }

    @Test
    @DisplayName("a server that was killed under a run and the command given again")
    void server() throws Exception {
        same(Blow.KILL_SERVER, 0, 0.6);
    }

    @Test
    @DisplayName("a worker that was stopped, nothing done about it, and the worker woken up when all is over")
    void worker() throws Exception {
        same(Blow.STOP_WORKER, 1, 0.5);
    }

    private static void same(Blow blow, int workers, double share) throws Exception {
        Trial trial = new Trial(stages, blow, Step.BILL, workers, share, new Random(5));
        assertThat(trial.run(folder.resolve(blow.name()), PROGRAM, OPTIONS))
                .as(trial.toString())
                .isEmpty();
    }
}
