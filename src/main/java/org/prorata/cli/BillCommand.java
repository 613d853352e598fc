package org.prorata.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.prorata.access.AccessRight;
import org.prorata.book.engine.RuleBooks;
import org.prorata.contract.Ask;
import org.prorata.run.PortfolioRun;
import org.prorata.run.RunResult;
import org.prorata.store.base.Session;
import org.prorata.store.books.Activations;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code prorata bill}: what falls due in a window and is not billed yet, over the whole portfolio. */
@Command(
        name = "bill",
        description = "Bills what falls due in a window and is not billed yet; again: nothing more.",
        mixinStandardHelpOptions = true)
final class BillCommand extends DatabaseCommand {

    /** A mistyped year would store the invoices of centuries. */
    private static final int MOST_YEARS = 10;

    private final Supplier<RuleBooks> books;
    private final Today today;

    @Option(names = "--from", required = true, paramLabel = "DATE", description = "First invoicing day, as 2026-10-01.")
    private LocalDate from;

    @Option(names = "--to", required = true, paramLabel = "DATE", description = "Last invoicing day.")
    private LocalDate to;

    @Option(
            names = "--preview",
            description = "The same figures; its lines stand apart, are never issued and go after 30 days.")
    private boolean preview;

    BillCommand(Supplier<RuleBooks> books, Today today) {
        this.today = today;
        this.books = books;
    }

    @Override
    AccessRight right() {
        return preview ? AccessRight.PREVIEW : AccessRight.BILL;
    }

    @Override
    void look() {
        if (to.isBefore(from)) {
            throw new BadInput("--to " + to + " lies before --from " + from);
        }
        if (to.isAfter(from.plusYears(MOST_YEARS))) {
            throw new BadInput("the window from " + from + " to " + to + " is longer than " + MOST_YEARS
                    + " years; at most " + MOST_YEARS + " years are billed at once");
        }
        today.refuseFarAhead("--to", to);
    }

    @Override
    int run(Session session) {
        RunPrinter printer = new RunPrinter(out(), err());
        Ask.Bill ask = new Ask.Bill(from, to);
        PortfolioRun run = new PortfolioRun(session);
        run.refuseBrokenByOthers();
        RuleBooks inForce = inForce(session, books);
        sayShipped(session);
        List<RunResult> results =
                preview ? run.preview(ask, inForce, printer.progress()) : run.run(ask, inForce, printer.progress());
        int status = Status.DONE;
        for (RunResult result : results) {
            status = Math.max(status, printer.show(result));
            printer.takenOver(session, result.run());
            printer.warnings(session, result.run());
        }
        LocalDate end = ((Ask.Bill) results.get(results.size() - 1).run().ask()).to();
        if (end.isBefore(to)) {
            out().println("From " + end.plusDays(1)
                    + " on another rule book is in force; what falls due then is not billed yet. To go on:"
                    + " prorata bill --from " + from + " --to " + to);
        }
        return status;
    }

    /** A newer program changes no invoice by itself. */
    private void sayShipped(Session session) {
        String own = books.get().newest().version();
        Activations activations = new Activations(session);
        if (!activations.known(own)) {
            err().println("The program brings along the rule book " + own + "; in force stays "
                    + activations.newest().book() + ". To propose it: prorata tables propose --shipped --reason TEXT");
        }
    }
}
