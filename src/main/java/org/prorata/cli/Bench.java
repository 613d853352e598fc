package org.prorata.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.prorata.bench.RulesBench;
import org.prorata.bench.UsageBench;
import org.prorata.engine.RuleBooks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code prorata bench}: benchmarks; each ends in one line with a name and a figure. */
@Command(name = "bench", description = "Runs a benchmark; its last line is a name and a figure.",
        mixinStandardHelpOptions = true, synopsisSubcommandLabel = "BENCHMARK")
final class Bench implements Callable<Integer> {

    private final Supplier<RuleBooks> books;

    @Spec
    private CommandSpec spec;

    Bench(Supplier<RuleBooks> books) {
        this.books = books;
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return Status.BAD_INPUT;
    }

    @Command(name = "rules", description = "The rules against plain Java written by hand, on the same dossiers.",
            mixinStandardHelpOptions = true)
    int rules() {
        new RulesBench(books.get().newest(), spec.commandLine().getOut()).run();
        return Status.DONE;
    }

    @Command(name = "usage", description = "Rows of usage from a file into a database of its own, against a bare COPY of the same rows.",
            mixinStandardHelpOptions = true)
    int usage(@Option(names = "--rows", paramLabel = "N", defaultValue = "1000000",
            description = "Rows of the file (default: ${DEFAULT-VALUE}).") long rows) {
        if (rows < 1) {
            throw new ParameterException(spec.commandLine(), "--rows " + rows + " is too few; 1 or more is allowed");
        }
        new UsageBench(rows, spec.commandLine().getOut()).run();
        return Status.DONE;
    }

    @Command(name = "mutation", description = "Leaves each rule out, changes each table value by a little, and lists what no case notices.",
            mixinStandardHelpOptions = true)
    int mutation(@Parameters(arity = "0..*", paramLabel = "DIR|FILE", description = "Cases; by default the project's own"
            + " and those beside it in ../shared/cases. A DIR with tables/ and cases/ in it brings rows that its cases need.") List<Path> paths) {
        return new MutationBench(books.get().newest(), spec.commandLine().getOut(), spec.commandLine().getErr())
                .run(paths == null || paths.isEmpty() ? MutationBench.cases() : paths);
    }
}
