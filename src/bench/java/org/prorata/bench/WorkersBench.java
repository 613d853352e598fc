package org.prorata.bench;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.prorata.store.base.Database;
import org.prorata.store.base.DatabaseSettings;
import org.prorata.store.runs.StoredResult;

/** {@code bench workers}: one portfolio billed by a command alone and with others' help, which must come to the same invoices. */
public final class WorkersBench {

    private static final int MOST_WORKERS = 3;
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final String program;
    private final Path folder;
    private final PrintWriter out;

    /**
     * @param program class with the main method of the program
     * @param folder  an empty one, for the databases
     */
    public WorkersBench(String program, Path folder, PrintWriter out) {
        this.program = program;
        this.folder = folder;
        this.out = out;
    }

    /** Returns how often the invoices were others than those of the command alone. */
    public int run(int contracts, long seed) throws InterruptedException {
        BenchStages stages = new BenchStages(folder);
        stages.make(contracts, seed);
        StoredResult alone = null;
        int differing = 0;
        for (int workers = 0; workers <= MOST_WORKERS; workers++) {
            Path data = folder.resolve("workers-" + workers);
            FolderCopy.of(stages.before(Step.BILL), data);
            StoredResult result = bill(data, workers);
            alone = alone == null ? result : alone;
            List<String> differences = alone.differences(result);
            differences.forEach(each -> out.println("    " + each));
            differing += differences.isEmpty() ? 0 : 1;
            FolderCopy.delete(data);
        }
        out.println("workers-differing " + differing);
        return differing;
    }

    private StoredResult bill(Path data, int workers) throws InterruptedException {
        // holds the server, so that no command spends time on starting and stopping it
        try (Database database = Database.reach(new DatabaseSettings.Embedded(data));
                Children children = new Children(program, data, List.of())) {
            List<Child> helpers = new ArrayList<>();
            for (int i = 0; i < workers; i++) {
                helpers.add(children.start(List.of("worker", "--threads", "1")));
            }
            for (Child helper : helpers) {
                if (!helper.says("Worker ", PATIENCE)) {
                    throw new IllegalStateException("a worker does not start: " + helper.said());
                }
            }
            long begin = System.nanoTime();
            Child bill = children.start(Step.BILL.command(List.of()));
            int status = bill.ends(PATIENCE).orElse(-1);
            double seconds = (System.nanoTime() - begin) / 1e9;
            if (status != 0 && status != 1) {
                throw new IllegalStateException("the bill ended with " + status + ": " + bill.said());
            }
            StoredResult result = StoredResult.of(BenchDatabase.session(database));
            out.printf(
                    Locale.ROOT,
                    "%d further workers: %,d invoices in %.1f s, start included%n",
                    workers,
                    result.count(StoredResult.Kind.INVOICES),
                    seconds);
            out.flush();
            for (Child helper : helpers) {
                helper.signal("TERM");
                helper.ends(BenchStages.PATIENCE);
            }
            return result;
        }
    }
}
