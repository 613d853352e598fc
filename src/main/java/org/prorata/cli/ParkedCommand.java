package org.prorata.cli;

import org.prorata.access.AccessRight;
import org.prorata.ledger.Parked;
import org.prorata.store.base.Session;
import org.prorata.store.runs.Runs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code prorata parked}: what a run could not decide, and why. */
@Command(
        name = "parked",
        description = "Lists the contracts that a run could not decide, each with its reason.",
        mixinStandardHelpOptions = true)
final class ParkedCommand extends DatabaseCommand {

    @Parameters(paramLabel = "RUN", description = "Number of the run.")
    private long run;

    @Override
    AccessRight right() {
        return AccessRight.READ;
    }

    @Override
    int run(Session session) {
        Runs runs = new Runs(session);
        if (runs.find(run).isEmpty()) {
            throw new BadInput("there is no run " + run);
        }
        int count = 0;
        for (Parked parked : runs.parked(run)) {
            out().println(parked.contract() + ": " + parked.message());
            count++;
        }
        out().println(count == 0 ? "Nothing is parked." : count + " parked");
        return count == 0 ? Status.DONE : Status.FAILING;
    }
}
