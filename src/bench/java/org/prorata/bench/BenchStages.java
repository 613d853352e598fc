package org.prorata.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.prorata.store.base.Database;
import org.prorata.store.base.DatabaseSettings;
import org.prorata.store.base.Session;
import org.prorata.store.facts.Dossiers;
import org.prorata.store.invoices.NumberSeries;
import org.prorata.store.runs.StoredResult;

/** A seeded portfolio as it stands before each step when nothing goes wrong, each time in a folder to copy from. */
final class BenchStages {

    /** One contract of so many cannot be decided. */
    static final int BROKEN = 100;

    static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Path folder;
    private final Map<Step, StoredResult> after = new EnumMap<>(Step.class);
    private final Map<Step, Long> millis = new EnumMap<>(Step.class);

    BenchStages(Path folder) {
        this.folder = folder;
    }

    void make(int contracts, long seed) {
        try (Database database = Database.own(new DatabaseSettings.Embedded(before(Step.BILL)))) {
            Session session = BenchDatabase.session(database);
            new Dossiers(session)
                    .record(new Portfolio(contracts, seed, BROKEN), "bench faults " + contracts + " " + seed);
            new BenchDatabase(session).settle();
        }
    }

    /** Takes the steps one after the other up to the last one, undisturbed. */
    void walk(String program, List<String> options, Step last) throws InterruptedException {
        Path at = folder.resolve("undisturbed");
        FolderCopy.of(before(Step.BILL), at);
        for (Step step : EnumSet.range(Step.BILL, last)) {
            if (step != Step.BILL) {
                FolderCopy.of(at, before(step));
            }
            try (Children children = new Children(program, at, options)) {
                long begin = System.nanoTime();
                Child child = children.start(step.command(step.runsBefore()));
                int status = child.ends(PATIENCE).orElse(-1);
                millis.put(step, (System.nanoTime() - begin) / 1_000_000);
                if (status != 0 && status != 1) {
                    throw new IllegalStateException(
                            step.title() + " undisturbed ended with " + status + ": " + child.said());
                }
            }
            after.put(step, result(at));
        }
        FolderCopy.delete(at);
    }

    static StoredResult result(Path data) {
        try (Database database = Database.reach(new DatabaseSettings.Embedded(data))) {
            return StoredResult.of(BenchDatabase.session(database));
        }
    }

    static List<String> wrongNumbers(Path data) {
        try (Database database = Database.reach(new DatabaseSettings.Embedded(data))) {
            return new NumberSeries(BenchDatabase.session(database)).wrongNumbers();
        }
    }

    Path before(Step step) {
        return folder.resolve("before-" + step.title().replace(' ', '-'));
    }

    StoredResult after(Step step) {
        return after.get(step);
    }

    /** How long a step takes, its start included. */
    long millis(Step step) {
        return millis.get(step);
    }
}
