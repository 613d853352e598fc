package org.prorata.cli;

import java.util.Map;
import java.util.TreeMap;
import org.prorata.access.AccessRight;
import org.prorata.ledger.Run;
import org.prorata.ledger.RunRefused;
import org.prorata.run.ClosedDays;
import org.prorata.store.base.Session;
import org.prorata.store.runs.Parts;
import org.prorata.store.runs.RunAdmission;
import org.prorata.store.runs.RunRemoval;
import org.prorata.store.runs.Runs;
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

    static Run find(Session session, long id) {
        return new Runs(session)
                .find(id)
                .orElseThrow(() -> new BadInput("there is no run " + id + "; prorata runs lists them"));
    }

    /** {@code prorata run show}. */
    @Command(
            name = "show",
            description = "What a run was asked, by which rules, how it ended, what it came to.",
            mixinStandardHelpOptions = true)
    static final class Show extends DatabaseCommand {

        @Parameters(paramLabel = "RUN", description = "The number of the run.")
        private long run;

        @Override
        AccessRight right() {
            return AccessRight.READ;
        }

        @Override
        int run(Session session) {
            Run found = find(session, run);
            Parts parts = new Parts(session);
            Parts.RunProgress standing = parts.standing(run);
            out().println("Run " + run + ", " + found.title() + ", "
                    + RunsCommand.state(found, new RunAdmission(session).underWay()));
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
            ClosedDays.of(session, found).ifPresent(new RunPrinter(out(), err())::closed);
            if (standing.size() > 0) {
                out().println(standing.contracts() + " of " + standing.size() + " contracts: " + standing.billed()
                        + (found.against() != null ? " touched, " : " with documents, ")
                        + (standing.contracts() - standing.billed() - standing.parked())
                        + (found.against() != null ? " untouched, " : " with nothing due, ") + standing.parked()
                        + " parked");
            }
            new RunPrinter(out(), err()).table(parts.totals(run), found.ask());
            new RunPrinter(out(), err()).takenOver(session, found);
            new RunPrinter(out(), err()).warnings(session, found);
            Map<String, Long> codes = new TreeMap<>();
            new Runs(session).parked(run).forEach(parked -> codes.merge(parked.code(), 1L, Long::sum));
            codes.forEach((code, count) -> out().println("  parked as " + code + ": " + count));
            return found.counts() != null && found.counts().parked() > 0 ? Status.FAILING : Status.DONE;
        }
    }

    /** {@code prorata run abandon}. */
    @Command(
            name = "abandon",
            description = "Takes the drafts of a run away as if it had never been; its entry stays.",
            mixinStandardHelpOptions = true)
    static final class Abandon extends DatabaseCommand {

        @Parameters(paramLabel = "RUN", description = "The number of the run.")
        private long run;

        @Override
        AccessRight right() {
            return AccessRight.BILL;
        }

        @Override
        int run(Session session) throws RunRefused {
            new RunRemoval(session).abandon(run);
            out().println("Run " + run + " is abandoned: its drafts are gone, and what they billed is due again.");
            return Status.DONE;
        }
    }
}
