package org.prorata.cli;

import org.prorata.access.AccessRight;
import org.prorata.access.Caller;
import org.prorata.app.Application;
import org.prorata.app.LookingAtRuns;
import org.prorata.ledger.Run;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code prorata run}: one run of the register. */
@Command(
        name = "run",
        description = "One run: what it came to, its rows as files; taking its drafts away.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {RunCommand.Show.class, RunExport.class, RunCommand.Abandon.class})
final class RunCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(), "Missing required subcommand: show, export or abandon");
    }

    /** {@code prorata run show}. */
    @Command(
            name = "show",
            description = "What a run was asked, by which rules, how it ended, what it came to.",
            mixinStandardHelpOptions = true)
    static final class Show extends UseCaseCommand {

        @Parameters(paramLabel = "RUN", description = "The number of the run.")
        private long run;

        @Override
        AccessRight right() {
            return AccessRight.READ;
        }

        @Override
        int run(Application application, Caller caller) {
            LookingAtRuns.RunInFull whole = new LookingAtRuns(application).one(caller, run);
            Run found = whole.registered().run();
            RunPrinter printer = new RunPrinter(out(), err());
            out().println("Run " + run + ", " + found.title() + ", " + RunsCommand.state(whole.registered()));
            out().println("rule book " + found.book() + ", calculation " + found.calculation()
                    + ", facts up to recording " + found.knownAt());
            out().println("begun " + found.started() + " by " + RunsCommand.author(found)
                    + (found.ended() == null ? "" : ", ended " + found.ended()));
            if (found.head() != null) {
                out().println("audit log then at " + found.head());
            }
            if (found.message() != null) {
                out().println(found.message());
            }
            printer.settled(whole.settled());
            if (whole.size() > 0) {
                out().println(whole.contracts() + " of " + whole.size() + " contracts: " + whole.billed()
                        + (found.against() != null ? " touched, " : " with documents, ")
                        + (whole.contracts() - whole.billed() - whole.parked())
                        + (found.against() != null ? " untouched, " : " with nothing due, ") + whole.parked()
                        + " parked");
            }
            printer.table(whole.totals(), found.ask());
            printer.takenOver(whole.taken());
            printer.warnings(whole.warnings(), whole.warned());
            whole.codes().forEach((code, count) -> out().println("  parked as " + code + ": " + count));
            return found.counts() != null && found.counts().parked() > 0 ? Status.FAILING : Status.DONE;
        }
    }

    /** {@code prorata run abandon}. */
    @Command(
            name = "abandon",
            description = "Takes the drafts of a run away as if it had never been; its entry stays.",
            mixinStandardHelpOptions = true)
    static final class Abandon extends UseCaseCommand {

        @Parameters(paramLabel = "RUN", description = "The number of the run.")
        private long run;

        @Override
        AccessRight right() {
            return AccessRight.BILL;
        }

        @Override
        int run(Application application, Caller caller) {
            new LookingAtRuns(application).abandon(caller, run);
            out().println("Run " + run + " is abandoned: its drafts are gone, and what they billed is due again.");
            return Status.DONE;
        }
    }
}
