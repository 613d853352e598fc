package org.prorata.cli;

import java.time.LocalDate;
import java.util.function.Supplier;
import org.prorata.access.AccessRight;
import org.prorata.access.Caller;
import org.prorata.app.Application;
import org.prorata.app.BillingPortfolio;
import org.prorata.app.RunOutcome;
import org.prorata.book.engine.RuleBooks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code prorata bill}: what falls due in a window and is not billed yet, over the whole portfolio. */
@Command(
        name = "bill",
        description = "Bills what falls due in a window and is not billed yet; again: nothing more.",
        mixinStandardHelpOptions = true)
final class BillCommand extends UseCaseCommand {

    @Option(names = "--from", required = true, paramLabel = "DATE", description = "First invoicing day, as 2026-10-01.")
    private LocalDate from;

    @Option(names = "--to", required = true, paramLabel = "DATE", description = "Last invoicing day.")
    private LocalDate to;

    @Option(
            names = "--preview",
            description = "The same figures; its lines stand apart, are never issued and go after 30 days.")
    private boolean preview;

    BillCommand(Supplier<RuleBooks> books) {
        super(books);
    }

    @Override
    AccessRight right() {
        return preview ? AccessRight.PREVIEW : AccessRight.BILL;
    }

    @Override
    int run(Application application, Caller caller) {
        RunPrinter printer = new RunPrinter(out(), err());
        BillingPortfolio billing = new BillingPortfolio(application);
        BillingPortfolio.BilledWindow billed = preview
                ? billing.preview(caller, from, to, printer.progress())
                : billing.bill(caller, from, to, printer.progress());
        if (billed.unknown() != null) {
            // a newer program changes no invoice by itself
            err().println("The program brings along the rule book " + billed.unknown() + "; in force stays "
                    + billed.inForce() + ". To propose it: prorata tables propose --shipped --reason TEXT");
        }
        int status = Status.DONE;
        for (RunOutcome run : billed.runs()) {
            status = Math.max(status, printer.show(run));
            printer.takenOver(run.taken());
            printer.warnings(run.warnings(), run.warned());
        }
        if (billed.billedTo().isBefore(to)) {
            out().println("From " + billed.billedTo().plusDays(1)
                    + " on another rule book is in force; what falls due then is not billed yet. To go on:"
                    + " prorata bill --from " + from + " --to " + to);
        }
        return status;
    }
}
