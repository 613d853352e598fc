package org.prorata.histories;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Random histories of commands on a database, against a model of their own. More of them by {@code -Dprorata.histories=N}, others by
 * {@code -Dprorata.histories.seed=S}; one that fails is made shorter as long as it fails alike, and told as a script.
 */
class HistoriesTest {

    private static final int FEW = 2;
    private static final long SEED = 7;
    /** Seconds for leaving steps out of a history that failed. */
    private static final long SHORTEN = Long.getLong("prorata.histories.shorten", 60);

    @Test
    @DisplayName("whatever is told, billed, issued, paid, credited, claimed and restored in whatever order: the sums are those of one bill")
    void histories() throws IOException {
        long first = Long.getLong("prorata.histories.seed", SEED);
        int many = Integer.getInteger("prorata.histories", FEW);
        Map<Long, String> failed = new LinkedHashMap<>();
        for (long seed = first; seed < first + many; seed++) {
            List<Step> steps = Step.history(seed);
            long begun = System.nanoTime();
            Played played = play(seed, steps);
            System.out.println("history " + seed + ": " + (System.nanoTime() - begun) / 1_000_000 + " ms, " + played.exits() + " exits, "
                    + (played.failure() == null ? "holds" : kind(played.failure())));
            Fault.noted().forEach(noted -> System.out.println("  noted " + noted));
            if (played.failure() != null) {
                String report = shorter(seed, steps, played);
                failed.put(seed, kind(played.failure()));
                System.out.println(report);
            }
        }
        if (!failed.isEmpty()) {
            throw new AssertionError(failed.size() + " of " + many + " histories fail, by seed: " + failed + "; their scripts stand above");
        }
    }

    /**
     * How a history went; the failure is null when all held.
     *
     * @param steps how many were begun
     * @param exits how many were compared with their bills
     */
    private record Played(Throwable failure, String script, int steps, int exits) {
    }

    private static Played play(long seed, List<Step> steps) throws IOException {
        Path folder = Files.createTempDirectory("history");
        LocalDate first = LocalDate.of(2024, 1, 1).plusDays(new Random(seed ^ 7).nextInt(500));
        World world = new World(folder, first);
        Player player = new Player(world);
        try (world) {
            player.play(steps);
            return new Played(null, world.script(), steps.size(), world.exits);
        } catch (RuntimeException | AssertionError e) {
            return new Played(e, world.script(), player.begun(), world.exits);
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** Leaves out what is not needed to fail alike, the later half first. */
    private static String shorter(long seed, List<Step> steps, Played played) throws IOException {
        // what comes after the failure is not needed at all
        List<Step> left = new ArrayList<>(steps.subList(0, played.steps()));
        Played last = played;
        long until = System.nanoTime() + SHORTEN * 1_000_000_000L;
        for (int size = Math.max(1, left.size() / 2); size >= 1; size = size == 1 ? 0 : size / 2) {
            for (int at = left.size() - size; at >= 0 && System.nanoTime() < until; at -= size) {
                List<Step> fewer = new ArrayList<>(left.subList(0, at));
                fewer.addAll(left.subList(Math.min(left.size(), at + size), left.size()));
                Played again = play(seed, fewer);
                if (again.failure() != null && kind(again.failure()).equals(kind(played.failure()))) {
                    left = fewer;
                    last = again;
                }
            }
        }
        return "history of seed " + seed + " fails; " + left.size() + " of " + steps.size() + " steps are enough:\n" + last.script() + "=> " + last.failure()
                + (last.failure() instanceof Fault ? "" : "\n   at " + Stream.of(last.failure().getStackTrace()).limit(6).toList()) + "\n";
    }

    private static String kind(Throwable failure) {
        return failure instanceof Fault fault ? fault.kind() : failure.getClass().getSimpleName();
    }
}
