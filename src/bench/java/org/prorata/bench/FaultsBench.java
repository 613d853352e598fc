package org.prorata.bench;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.prorata.store.runs.StoredResult;

/**
 * {@code bench faults}: kills, interrupts and stops commands, workers and the server at seeded moments, and compares what
 * comes out with the undisturbed result. The last line is how many trials differ.
 */
public final class FaultsBench {

    /** Blows fall while a step works, not only while it starts or when it has ended. */
    private static final double EARLIEST = 0.2;

    private static final double LATEST = 0.85;

    private final String program;
    private final List<String> options;
    private final Path folder;
    private final PrintWriter out;

    /**
     * @param program class with the main method of the program
     * @param options of its virtual machines
     * @param folder  an empty one, for the databases
     */
    public FaultsBench(String program, List<String> options, Path folder, PrintWriter out) {
        this.program = program;
        this.options = options;
        this.folder = folder;
        this.out = out;
    }

    /**
     * Returns how many trials came to something else than undisturbed.
     *
     * @param first the trials before this one are left out, to see one again
     */
    public int run(int contracts, long seed, int kills, int first) throws InterruptedException {
        BenchStages stages = new BenchStages(folder);
        stages.make(contracts, seed);
        stages.walk(program, options, Step.ISSUE_CLAIMS);
        StoredResult all = stages.after(Step.ISSUE_CLAIMS);
        print(
                "undisturbed: %,d contracts, %,d invoices, %,d numbers, %,d parked; bill %.1f s, issue %.1f s, late %.1f s",
                contracts,
                all.count(StoredResult.Kind.INVOICES),
                all.count(StoredResult.Kind.NUMBERS),
                all.count(StoredResult.Kind.PARKED),
                stages.millis(Step.BILL) / 1e3,
                stages.millis(Step.ISSUE) / 1e3,
                stages.millis(Step.CLAIM) / 1e3);
        Random order = new Random(seed);
        List<Fault> blows = new ArrayList<>();
        int differing = 0;
        for (int number = 1; number <= kills; number++) {
            if (blows.isEmpty()) {
                blows.addAll(List.of(Fault.values()));
                Collections.shuffle(blows, order);
            }
            Fault blow = blows.remove(0);
            Random random = new Random(order.nextLong());
            Step step = blow.steps().get(random.nextInt(blow.steps().size()));
            boolean needed = blow.target() == Fault.Victim.WORKER;
            int workers = needed ? 1 + random.nextInt(2) : step.isRun() && random.nextInt(3) == 0 ? 1 : 0;
            FaultTrial trial = new FaultTrial(
                    stages, blow, step, workers, EARLIEST + random.nextDouble() * (LATEST - EARLIEST), random);
            if (number < first) {
                continue;
            }
            Path data = folder.resolve("trial-" + number);
            List<String> wrong = trial.run(data, program, options);
            print("%3d %s  %s", number, trial, wrong.isEmpty() ? "same" : "DIFFERS");
            wrong.forEach(each -> print("    %s", each));
            differing += wrong.isEmpty() ? 0 : 1;
            if (wrong.isEmpty()) {
                FolderCopy.delete(data);
            }
        }
        print("%d trials, seed %d", kills - first + 1, seed);
        print("faults-differing %d", differing);
        return differing;
    }

    private void print(String format, Object... values) {
        out.printf(Locale.ROOT, format + "%n", values);
        out.flush();
    }
}
