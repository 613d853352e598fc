package org.prorata.cli;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.prorata.access.AccessRight;
import org.prorata.access.Caller;
import org.prorata.app.Application;
import org.prorata.app.LookingAtRuns;
import org.prorata.ledger.Run;
import picocli.CommandLine.Command;

/** {@code prorata runs}: the register of runs. */
@Command(
        name = "runs",
        description = "Lists the runs: number, what was asked, how it ended, what it came to.",
        mixinStandardHelpOptions = true,
        subcommands = RunsDiff.class)
final class RunsCommand extends UseCaseCommand {

    @Override
    AccessRight right() {
        return AccessRight.READ;
    }

    @Override
    int run(Application application, Caller caller) {
        List<LookingAtRuns.RegisteredRun> all = new LookingAtRuns(application).all(caller);
        if (all.isEmpty()) {
            out().println("No run yet.");
        }
        for (LookingAtRuns.RegisteredRun registered : all) {
            Run run = registered.run();
            String message = registered.killed() ? "the program ended before the run did" : run.message();
            out().println("Run " + run.id() + ", " + run.title() + ", " + state(registered)
                    + (run.counts() == null ? "" : ": " + counted(run))
                    + registered.gross().entrySet().stream()
                            .map(sum -> ", gross " + RunPrinter.money(sum.getValue()) + " " + sum.getKey())
                            .collect(Collectors.joining())
                    + ", by " + author(run) + (message == null ? "" : " – " + message));
        }
        return Status.DONE;
    }

    static String author(Run run) {
        return run.author() == null ? "somebody before identities" : run.author();
    }

    static String state(LookingAtRuns.RegisteredRun registered) {
        return (registered.killed() ? Run.State.INTERRUPTED : registered.run().state())
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
