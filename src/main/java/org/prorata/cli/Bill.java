package org.prorata.cli;

import java.time.LocalDate;
import java.util.function.Supplier;
import org.prorata.contract.Ask;
import org.prorata.engine.RuleBook;
import org.prorata.engine.RuleBooks;
import org.prorata.run.PortfolioRun;
import org.prorata.store.Database;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code prorata bill}: what falls due in a window and is not billed yet, over the whole portfolio. */
@Command(name = "bill", description = "Bills what falls due in a window and is not billed yet; again: nothing more.",
        mixinStandardHelpOptions = true)
final class Bill extends DatabaseCommand {

    /** A mistyped year would store the invoices of centuries. */
    private static final int MOST_YEARS = 10;

    private final Supplier<RuleBooks> books;

    @Option(names = "--from", required = true, paramLabel = "DATE", description = "First invoicing day, as 2026-10-01.")
    private LocalDate from;

    @Option(names = "--to", required = true, paramLabel = "DATE", description = "Last invoicing day.")
    private LocalDate to;

    @Option(names = "--preview", description = "The same figures; its lines stand apart, are never issued and go after 30 days.")
    private boolean preview;

    Bill(Supplier<RuleBooks> books) {
        this.books = books;
    }

    @Override
    int run(Database database) {
        if (to.isBefore(from)) {
            throw new BadInput("--to " + to + " lies before --from " + from);
        }
        if (to.isAfter(from.plusYears(MOST_YEARS))) {
            throw new BadInput("the window from " + from + " to " + to + " is longer than " + MOST_YEARS
                    + " years; at most " + MOST_YEARS + " years are billed at once");
        }
        RunPrinter printer = new RunPrinter(out(), err());
        Ask.Bill ask = new Ask.Bill(from, to);
        PortfolioRun run = new PortfolioRun(database);
        RuleBook book = books.get().answering(ask, null);
        return printer.show(preview ? run.preview(ask, book, printer.progress()) : run.run(ask, book, printer.progress()));
    }
}
