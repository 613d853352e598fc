package org.prorata.cli;

import java.util.function.Supplier;
import org.prorata.engine.RuleBooks;
import org.prorata.run.PortfolioRun;
import org.prorata.store.Database;
import org.prorata.store.Right;
import org.prorata.store.Run;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code prorata retry}: the contracts that a run parked, once more. */
@Command(name = "retry", description = "Tries the contracts again that a run parked, with what is known now.", mixinStandardHelpOptions = true)
final class Retry extends DatabaseCommand {

    private final Supplier<RuleBooks> books;

    @Parameters(paramLabel = "RUN", description = "The run that parked them.")
    private long run;

    Retry(Supplier<RuleBooks> books) {
        this.books = books;
    }

    @Override
    Right right() {
        return Right.BILL;
    }

    @Override
    int run(Database database) {
        RunPrinter printer = new RunPrinter(out(), err());
        Run parked = RunCommand.find(database, run);
        return printer.show(new PortfolioRun(database).retry(parked, inForce(database, books), printer.progress()));
    }
}
