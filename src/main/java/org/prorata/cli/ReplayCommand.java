package org.prorata.cli;

import java.util.List;
import org.prorata.access.AccessRight;
import org.prorata.access.Caller;
import org.prorata.app.Application;
import org.prorata.app.Replay;
import org.prorata.app.Replaying;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code prorata replay}: documents computed again from what was known, by the book of their day. */
@Command(
        name = "replay",
        description = "Computes documents again from the facts known then and the rule book of their day.",
        mixinStandardHelpOptions = true)
final class ReplayCommand extends UseCaseCommand {

    @Option(names = "--all", description = "All documents of all runs.")
    private boolean all;

    @Parameters(arity = "0..*", paramLabel = "INVOICE", description = "Invoices, credit notes, debit notes.")
    private List<String> names = List.of();

    @Override
    AccessRight right() {
        return AccessRight.READ;
    }

    @Override
    int run(Application application, Caller caller) {
        if (all == !names.isEmpty()) {
            throw new BadInput("name documents, or --all for every one");
        }
        Replaying replaying = new Replaying(application);
        if (all) {
            Replay.Summary summary = replaying.all(caller, outcome -> show(outcome, false));
            out().println(summary.same() + " the same, " + summary.differing() + " differ, "
                    + summary.otherCalculation() + " of another calculation differ");
            return summary.differing() + summary.otherCalculation() > 0 ? Status.FAILING : Status.DONE;
        }
        int status = Status.DONE;
        for (String name : names) {
            Replay.Outcome outcome = replaying.one(caller, name);
            show(outcome, true);
            status = outcome.verdict() == Replay.Verdict.SAME ? status : Status.FAILING;
        }
        return status;
    }

    private void show(Replay.Outcome outcome, boolean sameToo) {
        if (outcome.verdict() == Replay.Verdict.SAME) {
            if (sameToo) {
                out().println(outcome.document() + ": the same");
            }
            return;
        }
        out().println(outcome.document() + ": " + outcome.message());
        if (outcome.stored() == null && outcome.computed() == null) {
            return;
        }
        out().println("  stored   " + (outcome.stored() == null ? "nothing" : outcome.stored()));
        out().println("  computed " + (outcome.computed() == null ? "nothing" : outcome.computed()));
    }
}
