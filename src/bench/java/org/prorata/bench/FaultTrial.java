package org.prorata.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.prorata.store.postgres.EmbeddedPostgres;

/** One blow during one step, what was to be done after it, and what came out. */
final class FaultTrial {

    private static final int MOST_COMMANDS = 5;
    private static final Duration STARTS = Duration.ofSeconds(60);
    /** A worker that woke up has long tried to store by then. */
    private static final long AWAKE_MILLIS = 1_500;

    private static final Pattern RUN = Pattern.compile("(?m)^Run (\\d+), ");
    private static final String STOPPED = "Stopped before it was done";

    private final BenchStages stages;
    private final Fault blow;
    private final Step step;
    private final int workers;
    private final long delay;
    private final Random random;
    private final List<Integer> statuses = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();
    private final List<Integer> runs;
    private double seconds;

    /**
     * @param workers how many processes help
     * @param share   of the time that the step takes undisturbed, after which the blow falls
     */
    FaultTrial(BenchStages stages, Fault blow, Step step, int workers, double share, Random random) {
        this.stages = stages;
        this.blow = blow;
        this.step = step;
        this.workers = workers;
        this.delay = Math.round(stages.millis(step) * share);
        this.random = random;
        this.runs = new ArrayList<>(step.runsBefore());
    }

    /** What is not as it is undisturbed; empty when all is. */
    List<String> run(Path data, String program, List<String> options) throws InterruptedException {
        FolderCopy.of(stages.before(step), data);
        try (Children children = new Children(program, data, options)) {
            List<Child> helpers = new ArrayList<>();
            for (int i = 0; i < workers; i++) {
                helpers.add(children.start(List.of("worker", "--threads", "1")));
            }
            for (Child helper : helpers) {
                if (!helper.says("Worker ", STARTS)) {
                    wrong.add("a worker does not start: " + helper.said());
                }
            }
            struck(children, helpers, data);
            leave(helpers);
            Step last = step;
            if (step.isRun() && wrong.isEmpty()) {
                last = Step.values()[step.ordinal() + 1];
                Child issue = children.start(last.command(runs));
                if (issue.ends(BenchStages.PATIENCE).orElse(-1) != 0) {
                    wrong.add(last.title() + " after it: " + issue.said());
                }
            }
            wrong.addAll(stages.after(last).differences(BenchStages.result(data)));
            wrong.addAll(BenchStages.wrongNumbers(data));
        }
        return wrong;
    }

    private void struck(Children children, List<Child> helpers, Path data) throws InterruptedException {
        Child command = children.start(step.command(runs));
        TimeUnit.MILLISECONDS.sleep(delay);
        long begin = System.nanoTime();
        strike(command, helpers, data);
        boolean done = finished(command);
        while (!done && blow.target() != Fault.Victim.WORKER && statuses.size() < MOST_COMMANDS) {
            command = children.start(step.command(runs));
            done = finished(command);
        }
        seconds = (System.nanoTime() - begin) / 1e9;
        if (!done) {
            wrong.add(step.title() + " ends with " + statuses + ": " + command.said());
        }
        Matcher said = RUN.matcher(command.said());
        if (step.isRun() && said.find()) {
            // a command that was killed while it opened its run may have used up a number
            runs.add(Integer.parseInt(said.group(1)));
        }
    }

    private boolean finished(Child command) throws InterruptedException {
        int status = command.ends(BenchStages.PATIENCE).orElse(-1);
        statuses.add(status);
        return (status == 0 || status == 1) && !command.said().contains(STOPPED);
    }

    private void strike(Child command, List<Child> helpers, Path data) throws InterruptedException {
        switch (blow.target()) {
            case COMMAND -> command.signal(blow.signal());
            case WORKER -> helpers.get(random.nextInt(helpers.size())).signal(blow.signal());
            case SERVER -> EmbeddedPostgres.serving(data).ifPresent(ProcessHandle::destroyForcibly);
            case BACKEND ->
                EmbeddedPostgres.serving(data).ifPresent(server -> {
                    List<ProcessHandle> backends = server.children().toList();
                    if (!backends.isEmpty()) {
                        backends.get(random.nextInt(backends.size())).destroyForcibly();
                    }
                });
        }
    }

    /** Whoever was stopped wakes up and tries to store what he had at hand. */
    private void leave(List<Child> helpers) throws InterruptedException {
        for (Child helper : helpers) {
            helper.signal("CONT");
        }
        if (blow == Fault.STOP_WORKER) {
            TimeUnit.MILLISECONDS.sleep(AWAKE_MILLIS);
        }
        for (Child helper : helpers) {
            helper.signal("TERM");
        }
        for (Child helper : helpers) {
            if (helper.ends(BenchStages.PATIENCE).isEmpty()) {
                wrong.add("a worker does not end: " + helper.said());
            }
        }
    }

    /** In a line: what was hit, when, how the commands ended, and how long it took from then on. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%-14s %-12s at %5.2f s  %d worker%s  %d command%s %-16s done after %5.1f s",
                blow.title(),
                step.title(),
                delay / 1e3,
                workers,
                workers == 1 ? " " : "s",
                statuses.size(),
                statuses.size() == 1 ? " " : "s",
                statuses,
                seconds);
    }
}
