package org.prorata.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.prorata.book.engine.RuleBook;
import org.prorata.ledger.IssuedNumbers;
import org.prorata.ledger.Run;
import org.prorata.run.Meter;
import org.prorata.run.PortfolioRun;
import org.prorata.run.RunResult;
import org.prorata.store.base.Session;
import org.prorata.store.facts.Dossiers;
import org.prorata.store.invoices.Issuing;

/**
 * {@code bench run}: bills a month of a seeded portfolio in a process that has billed nothing before, beside the least that
 * storing the same lines and reading the same facts costs. The last line is how many times that the run took.
 */
public final class RunBench {

    private static final int TRIES = 3;

    private final Session session;
    private final RuleBook book;
    private final int workers;
    private final Path folder;
    private final PrintWriter out;
    private final List<long[]> progress = new ArrayList<>();

    /** @param folder where the floor keeps its lines for a while */
    public RunBench(Session session, RuleBook book, int workers, Path folder, PrintWriter out) {
        this.session = session;
        this.book = book;
        this.workers = workers;
        this.folder = folder;
        this.out = out;
    }

    /** Whether the run proved right and parked nothing. */
    public boolean run(int contracts, long seed) {
        make(contracts, seed);
        Meter meter = new Meter();
        try (Memory memory = new Memory(new BenchDatabase(session).backend())) {
            OperatingSystemMXBean machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
            long ownBefore = machine.getProcessCpuTime();
            double serverBefore = memory.serverSeconds();
            long begin = System.nanoTime();
            RunResult result = new PortfolioRun(session, workers, meter)
                    .run(
                            Portfolio.MONTH,
                            book,
                            (done, parked, all) -> progress.add(new long[] {done, System.nanoTime() - begin}));
            long proved = System.nanoTime() - begin;
            List<IssuedNumbers> issued = new ArrayList<>();
            meter.time(
                    Meter.Stage.ISSUE,
                    () -> issued.addAll(new Issuing(session).run(result.run(), Portfolio.MONTH.to())));
            long took = System.nanoTime() - begin;
            print(
                    "issued     %,d documents in %.2f s",
                    issued.stream().mapToLong(IssuedNumbers::count).sum(), seconds(took - proved));
            shown(result, took, proved, meter);
            print(
                    "processor  %.1f s of Java (since its start: compiling %.1f s, collecting garbage %.1f s), %.1f s of PostgreSQL",
                    seconds(machine.getProcessCpuTime() - ownBefore),
                    Memory.ownSeconds("C1 Comp", "C2 Comp"),
                    Memory.ownSeconds("GC ", "G1 "),
                    memory.serverSeconds() - serverBefore);
            print(
                    "memory     %,d MB of Java (VmHWM, data making included), %,d MB of PostgreSQL (own of each process, and shared)",
                    Memory.own() >> 10, memory.server() >> 10);
            ratio(result, took, memory, machine);
            return result.mismatches().isEmpty() && result.counts().parked() == 0;
        }
    }

    /** Makes the contracts, unless an earlier process has made just these and billed none. */
    private void make(int contracts, long seed) {
        String source = "bench " + contracts + " " + seed;
        BenchDatabase bench = new BenchDatabase(session);
        if (bench.holdsOnly(source)) {
            return;
        }
        if (!bench.isEmpty()) {
            throw new IllegalArgumentException("the database holds other contracts than the " + contracts + " of seed "
                    + seed + " before their bill; name another folder");
        }
        long begin = System.nanoTime();
        Dossiers.RecordingCounts recorded = new Dossiers(session).record(new Portfolio(contracts, seed), source);
        bench.settle();
        print(
                "made       %,d contracts of seed %d, %,d facts, in %.1f s",
                contracts, seed, recorded.versions(), seconds(System.nanoTime() - begin));
    }

    private void shown(RunResult result, long took, long proved, Meter meter) {
        Run.Counts counts = result.counts();
        long decided = reached(counts.contracts())[1];
        print(
                "billed     %,d documents with %,d lines of %,d contracts (%,d parked) in %.2f s, of which proof %.2f s",
                counts.documents(),
                counts.lines(),
                counts.billed(),
                counts.parked(),
                seconds(proved),
                seconds(proved - decided));
        result.mismatches().forEach(mismatch -> print("does not add up: %s", mismatch));
        result.parked().stream().limit(TRIES).forEach(one -> print("parked     %s: %s", one.contract(), one.message()));
        print(
                "rate       %,.0f invoices/s, %,.0f lines/s; first tenth %,.0f contracts/s, last tenth %,.0f",
                counts.documents() / seconds(took),
                counts.lines() / seconds(took),
                tenth(0, counts.contracts()),
                tenth(9, counts.contracts()));
        StringBuilder stages = new StringBuilder("stages    ");
        for (Meter.Stage stage : Meter.Stage.values()) {
            if (meter.nanos(stage) > 0) {
                stages.append(String.format(
                        Locale.ROOT, " %s %.2f s", stage.name().toLowerCase(Locale.ROOT), seconds(meter.nanos(stage))));
            }
        }
        print("%s, of %d workers together", stages, workers);
    }

    /** Contracts a second in a tenth of the run. */
    private double tenth(int index, long contracts) {
        long[] from = reached(contracts * index / 10);
        long[] to = reached(contracts * (index + 1) / 10);
        return (to[0] - from[0]) / seconds(to[1] - from[1]);
    }

    private long[] reached(long contracts) {
        return contracts == 0
                ? new long[2]
                : progress.stream().filter(at -> at[0] >= contracts).findFirst().orElseThrow();
    }

    private void ratio(RunResult result, long took, Memory memory, OperatingSystemMXBean machine) {
        CopyBaseline floor = new CopyBaseline(session, workers, folder);
        try {
            double own = seconds(machine.getProcessCpuTime());
            double server = memory.serverSeconds();
            CopyBaseline.Times best = floor.best(result.run().id(), TRIES);
            print(
                    "floorcpu   %.1f s of Java, %.1f s of PostgreSQL, %d times and the lines once out",
                    seconds(machine.getProcessCpuTime()) - own, memory.serverSeconds() - server, TRIES);
            print(
                    "floor      %.2f s: copy of the lines %.2f s, bare read of the facts %.2f s; best of %d, %d connections",
                    seconds(best.total()), seconds(best.copy()), seconds(best.read()), TRIES, workers);
            print(
                    "ratio-to-floor %s",
                    BigDecimal.valueOf(took).divide(BigDecimal.valueOf(best.total()), 1, RoundingMode.HALF_UP));
        } finally {
            floor.clear();
        }
    }

    private static double seconds(long nanos) {
        return nanos / 1e9;
    }

    private void print(String format, Object... values) {
        out.printf(Locale.ROOT, format + "%n", values);
        out.flush();
    }
}
