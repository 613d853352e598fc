package org.prorata.cli;

import java.time.LocalDate;
import java.util.function.Supplier;
import org.prorata.access.AccessRight;
import org.prorata.access.Caller;
import org.prorata.app.Application;
import org.prorata.app.Claiming;
import org.prorata.book.engine.RuleBooks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code prorata late}: debit notes for what late payers owe and nobody claimed yet. */
@Command(
        name = "late",
        description = "Claims what late payers owe on a day and nobody claimed yet; again: nothing more.",
        mixinStandardHelpOptions = true)
final class LateCommand extends UseCaseCommand {

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

    LateCommand(Supplier<RuleBooks> books) {
        super(books);
    }

    @Override
    AccessRight right() {
        return preview ? AccessRight.PREVIEW : AccessRight.BILL;
    }

    @Override
    int run(Application application, Caller caller) {
        RunPrinter printer = new RunPrinter(out(), err());
        Claiming claiming = new Claiming(application);
        return printer.show(
                preview
                        ? claiming.preview(caller, on, printer.progress())
                        : claiming.claim(caller, on, printer.progress()));
    }
}
