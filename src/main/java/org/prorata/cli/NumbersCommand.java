package org.prorata.cli;

import org.prorata.access.AccessRight;
import org.prorata.access.Caller;
import org.prorata.app.Application;
import org.prorata.app.IssuingDocuments;
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
    static final class Check extends UseCaseCommand {

        @Override
        AccessRight right() {
            return AccessRight.READ;
        }

        @Override
        int run(Application application, Caller caller) {
            IssuingDocuments.CheckedNumbers checked = new IssuingDocuments(application).check(caller);
            checked.wrong().forEach(out()::println);
            if (checked.wrong().isEmpty()) {
                checked.series()
                        .forEach(series -> out().println(series.series() + ": " + series.to() + " numbers, "
                                + series.first() + " to " + series.last()
                                + ", without gaps, in the order of their days"));
                out().println(checked.series().isEmpty() ? "Nothing is issued yet." : "All numbers are right.");
            }
            return checked.wrong().isEmpty() ? Status.DONE : Status.FAILING;
        }
    }
}
