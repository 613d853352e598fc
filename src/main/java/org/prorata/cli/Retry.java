package org.prorata.cli;

import java.util.function.Supplier;
import org.prorata.access.AccessRight;
import org.prorata.access.Caller;
import org.prorata.app.Application;
import org.prorata.app.RetryingParked;
import org.prorata.app.RunOutcome;
import org.prorata.book.engine.RuleBooks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code prorata retry}: the contracts that a run parked, once more. */
@Command(
        name = "retry",
        description = "Tries the contracts again that a run parked, with what is known now.",
        mixinStandardHelpOptions = true)
final class Retry extends UseCaseCommand {

    @Parameters(paramLabel = "RUN", description = "The run that parked them.")
    private long run;

    Retry(Supplier<RuleBooks> books) {
        super(books);
    }

    @Override
    AccessRight right() {
        return AccessRight.BILL;
    }

    @Override
    int run(Application application, Caller caller) {
        RunPrinter printer = new RunPrinter(out(), err());
        RunOutcome outcome =
                new RetryingParked(application).retry(caller, run, this::decidedInPlace, printer.progress());
        int status = printer.show(outcome);
        printer.takenOver(outcome.taken());
        printer.warnings(outcome.warnings(), outcome.warned());
        return status;
    }

    private void decidedInPlace(RetryingParked.InPlace other) {
        err().println("The rule book in force on " + other.day() + ", " + other.closed() + ", is of calculation "
                + other.calculation() + "; " + other.instead() + ", in force from " + other.from()
                + " on, decides in its place.");
    }
}
