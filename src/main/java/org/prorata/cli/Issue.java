package org.prorata.cli;

import java.time.LocalDate;
import java.util.List;
import org.prorata.access.AccessRight;
import org.prorata.access.Caller;
import org.prorata.app.Application;
import org.prorata.app.IssuingDocuments;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code prorata issue}: drafts become documents with numbers. */
@Command(
        name = "issue",
        description = "Gives the drafts of runs their numbers; what is issued never changes any more.",
        mixinStandardHelpOptions = true)
final class Issue extends UseCaseCommand {

    @Option(
            names = "--on",
            paramLabel = "DATE",
            description =
                    "Day of all these numbers (default: today): not after today, not before the last number of a series.")
    private LocalDate on;

    @Parameters(arity = "1..*", paramLabel = "RUN", description = "Runs that are done and reconciled, in this order.")
    private List<Long> runs;

    @Override
    AccessRight right() {
        return AccessRight.BILL;
    }

    @Override
    int run(Application application, Caller caller) {
        new IssuingDocuments(application).issue(caller, runs, on, this::show);
        return Status.DONE;
    }

    private void show(IssuingDocuments.IssuedRun issued) {
        if (issued.numbers().isEmpty()) {
            out().println("Run " + issued.run() + ": nothing is left to issue");
        }
        issued.numbers()
                .forEach(series -> out().println("Run " + issued.run() + ": " + series.count() + " issued, "
                        + series.first() + " to " + series.last() + ", of " + issued.on()));
    }
}
