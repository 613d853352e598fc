package org.prorata.cli;

import java.util.List;
import org.prorata.access.AccessRight;
import org.prorata.access.Caller;
import org.prorata.app.Application;
import org.prorata.app.LookingAtRuns;
import org.prorata.ledger.Parked;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code prorata parked}: what a run could not decide, and why. */
@Command(
        name = "parked",
        description = "Lists the contracts that a run could not decide, each with its reason.",
        mixinStandardHelpOptions = true)
final class ParkedCommand extends UseCaseCommand {

    @Parameters(paramLabel = "RUN", description = "Number of the run.")
    private long run;

    @Override
    AccessRight right() {
        return AccessRight.READ;
    }

    @Override
    int run(Application application, Caller caller) {
        List<Parked> parked = new LookingAtRuns(application).parked(caller, run);
        parked.forEach(one -> out().println(one.contract() + ": " + one.message()));
        out().println(parked.isEmpty() ? "Nothing is parked." : parked.size() + " parked");
        return parked.isEmpty() ? Status.DONE : Status.FAILING;
    }
}
