package org.prorata.cli;

import java.util.List;
import org.prorata.access.AccessRight;
import org.prorata.ledger.DocumentNumber;
import org.prorata.store.base.Session;
import org.prorata.store.invoices.NumberSeries;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code prorata numbers}: the numbers of issued documents. */
@Command(
        name = "numbers",
        description = "The numbers of issued documents.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = NumbersCommand.Check.class)
final class NumbersCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Missing required subcommand: check");
    }

    /** {@code prorata numbers check}. */
    @Command(
            name = "check",
            description =
                    "Proves that numbers are unique, without gaps and in the order of their days, and that documents add up.",
            mixinStandardHelpOptions = true)
    static final class Check extends DatabaseCommand {

        @Override
        AccessRight right() {
            return AccessRight.READ;
        }

        @Override
        int run(Session session) {
            NumberSeries numbers = new NumberSeries(session);
            List<String> wrong = numbers.wrongNumbers();
            wrong.forEach(out()::println);
            if (wrong.isEmpty()) {
                numbers.series()
                        .forEach(series -> out().println(series.series() + ": " + series.to() + " numbers, "
                                + new DocumentNumber(series.series(), series.from()) + " to "
                                + new DocumentNumber(series.series(), series.to())
                                + ", without gaps, in the order of their days"));
                out().println(numbers.series().isEmpty() ? "Nothing is issued yet." : "All numbers are right.");
            }
            return wrong.isEmpty() ? Status.DONE : Status.FAILING;
        }
    }
}
