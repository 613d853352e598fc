package org.prorata.cli;

import java.time.LocalDate;
import java.util.function.Supplier;
import org.prorata.access.AccessRight;
import org.prorata.book.engine.RuleBooks;
import org.prorata.contract.Ask;
import org.prorata.ledger.Run;
import org.prorata.run.PortfolioRun;
import org.prorata.run.RunResult;
import org.prorata.store.base.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code prorata retry}: the contracts that a run parked, once more. */
@Command(
        name = "retry",
        description = "Tries the contracts again that a run parked, with what is known now.",
        mixinStandardHelpOptions = true)
final class Retry extends DatabaseCommand {

    private final Supplier<RuleBooks> books;

    @Parameters(paramLabel = "RUN", description = "The run that parked them.")
    private long run;

    Retry(Supplier<RuleBooks> books) {
        this.books = books;
    }

    @Override
    AccessRight right() {
        return AccessRight.BILL;
    }

    @Override
    int run(Session session) {
        RunPrinter printer = new RunPrinter(out(), err());
        Run parked = RunCommand.find(session, run);
        PortfolioRun retried = new PortfolioRun(session);
        retried.refuseBrokenByOthers();
        RuleBooks inForce = inForce(session, books);
        LocalDate day = parked.ask() instanceof Ask.Bill bill ? bill.from() : ((Ask.Late) parked.ask()).on();
        inForce.closed(day)
                .ifPresent(closed -> inForce.firstOpen(day)
                        .ifPresent(open -> err().println("The rule book in force on " + day + ", "
                                + closed.version() + ", is of calculation " + closed.calculation() + "; "
                                + open.version() + ", in force from " + open.from()
                                + " on, decides in its place.")));
        RunResult result = retried.retry(parked, inForce, printer.progress());
        int status = printer.show(result);
        printer.takenOver(session, result.run());
        printer.warnings(session, result.run());
        return status;
    }
}
