package org.prorata.cli;

import java.util.List;
import org.prorata.store.Database;
import org.prorata.store.Run;
import org.prorata.store.Runs;
import picocli.CommandLine.Command;

/** {@code prorata runs}: the register of runs. */
@Command(name = "runs", description = "Lists the runs: what was asked, how it ended, what it came to.", mixinStandardHelpOptions = true)
final class RunsCommand extends DatabaseCommand {

    @Override
    int run(Database database) {
        List<Run> all = new Runs(database).all();
        if (all.isEmpty()) {
            out().println("No run yet.");
        }
        for (Run run : all) {
            out().println(run.title() + ", " + run.state().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ')
                    + (run.counts() == null ? "" : ": " + run.counts().contracts() + " contracts, " + run.counts().documents()
                    + " documents, " + run.counts().parked() + " parked, gross " + run.counts().gross().toPlainString())
                    + (run.message() == null ? "" : " – " + run.message()));
        }
        return Status.DONE;
    }
}
