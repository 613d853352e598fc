package org.prorata.cli;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.prorata.access.AccessRight;
import org.prorata.ledger.Run;
import org.prorata.store.base.Session;
import org.prorata.store.runs.RunAdmission;
import org.prorata.store.runs.Runs;
import picocli.CommandLine.Command;

/** {@code prorata runs}: the register of runs. */
@Command(
        name = "runs",
        description = "Lists the runs: number, what was asked, how it ended, what it came to.",
        mixinStandardHelpOptions = true,
        subcommands = RunsDiff.class)
final class RunsCommand extends DatabaseCommand {

    @Override
    AccessRight right() {
        return AccessRight.READ;
    }

    @Override
    int run(Session session) {
        Runs runs = new Runs(session);
        boolean underWay = new RunAdmission(session).underWay();
        List<Run> all = runs.all();
        if (all.isEmpty()) {
            out().println("No run yet.");
        }
        Map<Long, Map<String, BigDecimal>> sums = runs.sums();
        for (Run run : all) {
            boolean killed = killed(run, underWay);
            String state = state(run, underWay);
            String message = killed ? "the program ended before the run did" : run.message();
            out().println("Run " + run.id() + ", " + run.title() + ", " + state
                    + (run.counts() == null ? "" : ": " + counted(run))
                    + sums.getOrDefault(run.id(), Map.of()).entrySet().stream()
                            .map(sum -> ", gross " + RunPrinter.money(sum.getValue()) + " " + sum.getKey())
                            .collect(Collectors.joining())
                    + ", by " + author(run) + (message == null ? "" : " – " + message));
        }
        return Status.DONE;
    }

    static String author(Run run) {
        return run.author() == null ? "somebody before identities" : run.author();
    }

    private static boolean killed(Run run, boolean underWay) {
        return (run.state() == Run.State.RUNNING || run.state() == Run.State.STOPPING) && !underWay;
    }

    /** @param underWay whether any run is at work */
    static String state(Run run, boolean underWay) {
        return (killed(run, underWay) ? Run.State.INTERRUPTED : run.state())
                .name()
                .toLowerCase(Locale.ROOT)
                .replace('_', ' ');
    }

    private static String counted(Run run) {
        return run.counts().contracts() + " contracts, "
                + (run.against() != null
                        ? run.counts().billed() + " touched"
                        : run.counts().documents() + " documents") + ", "
                + run.counts().parked() + " parked";
    }
}
