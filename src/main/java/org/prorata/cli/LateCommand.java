package org.prorata.cli;

import java.time.LocalDate;
import java.util.function.Supplier;
import org.prorata.access.AccessRight;
import org.prorata.book.engine.RuleBook;
import org.prorata.book.engine.RuleBooks;
import org.prorata.contract.Ask;
import org.prorata.run.PortfolioRun;
import org.prorata.store.base.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code prorata late}: debit notes for what late payers owe and nobody claimed yet. */
@Command(
        name = "late",
        description = "Claims what late payers owe on a day and nobody claimed yet; again: nothing more.",
        mixinStandardHelpOptions = true)
final class LateCommand extends DatabaseCommand {

    private final Supplier<RuleBooks> books;
    private final Today today;

    @Option(
            names = "--on",
            required = true,
            paramLabel = "DATE",
            description = "Day of the computation, as 2026-10-31.")
    private LocalDate on;

    @Option(
            names = "--preview",
            description = "The same figures; its lines stand apart, are never issued and go after 30 days.")
    private boolean preview;

    LateCommand(Supplier<RuleBooks> books, Today today) {
        this.today = today;
        this.books = books;
    }

    @Override
    AccessRight right() {
        return preview ? AccessRight.PREVIEW : AccessRight.BILL;
    }

    @Override
    void look() {
        today.refuseFarAhead("--on", on);
    }

    @Override
    int run(Session session) {
        RunPrinter printer = new RunPrinter(out(), err());
        Ask.Late ask = new Ask.Late(on);
        PortfolioRun run = new PortfolioRun(session);
        run.refuseBrokenByOthers();
        RuleBook book = inForce(session, books).answering(ask, null);
        return printer.show(
                preview ? run.preview(ask, book, printer.progress()) : run.run(ask, book, printer.progress()));
    }
}
