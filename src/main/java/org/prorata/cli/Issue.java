package org.prorata.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.prorata.access.AccessRight;
import org.prorata.ledger.DocumentNumber;
import org.prorata.ledger.Run;
import org.prorata.store.base.Session;
import org.prorata.store.invoices.Issuing;
import org.prorata.store.runs.Runs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code prorata issue}: drafts become documents with numbers. */
@Command(
        name = "issue",
        description = "Gives the drafts of runs their numbers; what is issued never changes any more.",
        mixinStandardHelpOptions = true)
final class Issue extends DatabaseCommand {

    private final Today today;

    @Option(
            names = "--on",
            paramLabel = "DATE",
            description =
                    "Day of all these numbers (default: today): not after today, not before the last number of a series.")
    private LocalDate on;

    @Parameters(arity = "1..*", paramLabel = "RUN", description = "Runs that are done and reconciled, in this order.")
    private List<Long> runs;

    Issue(Today today) {
        this.today = today;
    }

    @Override
    void look() {
        today.refuseAfter(on);
    }

    @Override
    AccessRight right() {
        return AccessRight.BILL;
    }

    @Override
    int run(Session session) {
        Issuing issuing = new Issuing(session);
        LocalDate day = on == null ? today.day() : on;
        Runs register = new Runs(session);
        List<Run> found = new ArrayList<>();
        for (long run : runs) {
            found.add(register.named(run));
            issuing.check(found.get(found.size() - 1), day);
        }
        for (Run each : found) {
            long run = each.id();
            List<Issuing.Issued> issued = issuing.run(each, day);
            if (issued.isEmpty()) {
                out().println("Run " + run + ": nothing is left to issue");
            }
            issued.forEach(series -> out().println("Run " + run + ": " + series.count() + " issued, "
                    + new DocumentNumber(series.series(), series.from()) + " to "
                    + new DocumentNumber(series.series(), series.to()) + ", of " + day));
        }
        return Status.DONE;
    }
}
