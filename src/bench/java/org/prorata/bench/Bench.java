package org.prorata.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.prorata.book.engine.RuleBooks;
import org.prorata.cli.Prorata;
import org.prorata.cli.Status;
import org.prorata.store.base.Database;
import org.prorata.store.base.DatabaseSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code prorata bench}: benchmarks; each ends in one line with a name and a figure. */
@Command(
        name = "bench",
        description = "Runs a benchmark; its last line is a name and a figure.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "BENCHMARK")
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

    @Command(
            name = "rules",
            description = "The rules against plain Java written by hand, on the same dossiers.",
            mixinStandardHelpOptions = true)
    int rules() {
        new RulesBench(books.get().newest(), spec.commandLine().getOut()).run();
        return Status.DONE;
    }

    @Command(
            name = "tables",
            description =
                    "A table of 500 rows edited 200 times in a process that goes on deciding: how soon a new row decides.",
            mixinStandardHelpOptions = true)
    int tables() throws InterruptedException {
        return new TablesBench(books.get().newest(), spec.commandLine().getOut()).run() ? Status.DONE : Status.FAILING;
    }

    @Command(
            name = "usage",
            description = "Rows of usage from a file into a database of its own, against a bare COPY of the same rows.",
            mixinStandardHelpOptions = true)
    int usage(
            @Option(
                            names = "--rows",
                            paramLabel = "N",
                            defaultValue = "1000000",
                            description = "Rows of the file (default: ${DEFAULT-VALUE}).")
                    long rows) {
        if (rows < 1) {
            throw new ParameterException(spec.commandLine(), "--rows " + rows + " is too few; 1 or more is allowed");
        }
        new UsageBench(rows, spec.commandLine().getOut()).run();
        return Status.DONE;
    }

    @Command(
            name = "faults",
            description =
                    "Kills, interrupts and stops commands, workers and the server at seeded moments, and compares the"
                            + " result with the undisturbed one.",
            mixinStandardHelpOptions = true)
    int faults(
            @Option(
                            names = "--seed",
                            paramLabel = "S",
                            defaultValue = "1",
                            description = "Other seeds strike elsewhere (default: 1).")
                    long seed,
            @Option(
                            names = "--kills",
                            paramLabel = "K",
                            defaultValue = "30",
                            description = "How many trials (default: 30).")
                    int kills,
            @Option(
                            names = "--first",
                            paramLabel = "T",
                            defaultValue = "1",
                            description = "Leaves the trials before this one out, to see one again.")
                    int first,
            @Option(
                            names = "--contracts",
                            paramLabel = "N",
                            defaultValue = "8000",
                            description = "How many contracts (default: ${DEFAULT-VALUE}).")
                    int contracts)
            throws IOException, InterruptedException {
        atLeastOne("--kills", kills);
        atLeastOne("--contracts", contracts);
        try (Scratch scratch = new Scratch()) {
            return new FaultsBench(
                                            Prorata.class.getName(),
                                            List.of(),
                                            scratch.folder(),
                                            spec.commandLine().getOut())
                                    .run(contracts, seed, kills, first)
                            == 0
                    ? Status.DONE
                    : Status.FAILING;
        }
    }

    @Command(
            name = "impact",
            description =
                    "The impact of a changed row on a portfolio of made-up contracts in a database of its own, against a"
                            + " preview of the same month.",
            mixinStandardHelpOptions = true)
    int impact(
            @Option(
                            names = "--seed",
                            paramLabel = "S",
                            defaultValue = "1",
                            description = "Other seeds make other contracts (default: 1).")
                    long seed,
            @Option(
                            names = "--contracts",
                            paramLabel = "N",
                            defaultValue = "20000",
                            description = "How many contracts (default: ${DEFAULT-VALUE}).")
                    int contracts,
            @Option(
                            names = "--change",
                            paramLabel = "fee|tax",
                            defaultValue = "fee",
                            description = "What the other book has higher: the fee of late"
                                    + " payers, or the tax of every bill (default: fee).")
                    ImpactBench.Change change)
            throws IOException {
        atLeastOne("--contracts", contracts);
        try (Scratch scratch = new Scratch();
                Database database = Database.own(new DatabaseSettings.Embedded(scratch.folder()))) {
            return new ImpactBench(
                                    BenchDatabase.session(database),
                                    books.get().newest(),
                                    spec.commandLine().getOut())
                            .run(contracts, seed, change)
                    ? Status.DONE
                    : Status.FAILING;
        }
    }

    @Command(
            name = "workers",
            description =
                    "One portfolio billed by a command alone and with 1, 2 and 3 further worker processes: time, and"
                            + " whether the invoices are the same.",
            mixinStandardHelpOptions = true)
    int workers(
            @Option(
                            names = "--seed",
                            paramLabel = "S",
                            defaultValue = "1",
                            description = "Other seeds make other contracts (default: 1).")
                    long seed,
            @Option(
                            names = "--contracts",
                            paramLabel = "N",
                            defaultValue = "20000",
                            description = "How many contracts (default: ${DEFAULT-VALUE}).")
                    int contracts)
            throws IOException, InterruptedException {
        atLeastOne("--contracts", contracts);
        try (Scratch scratch = new Scratch()) {
            return new WorkersBench(
                                            Prorata.class.getName(),
                                            scratch.folder(),
                                            spec.commandLine().getOut())
                                    .run(contracts, seed)
                            == 0
                    ? Status.DONE
                    : Status.FAILING;
        }
    }

    private void atLeastOne(String option, int value) {
        if (value < 1) {
            throw new ParameterException(
                    spec.commandLine(), option + " " + value + " is too few; 1 or more is allowed");
        }
    }

    @Command(
            name = "mutation",
            description = "Leaves each rule out, changes each table value by a little, and lists what no case notices.",
            mixinStandardHelpOptions = true)
    int mutation(
            @Parameters(
                            arity = "0..*",
                            paramLabel = "DIR|FILE",
                            description =
                                    "Cases; by default the project's own"
                                            + " and those beside it in ../shared. A DIR with tables/ and cases/ in it brings rows that its cases need.")
                    List<Path> paths,
            @Option(
                            names = "--only",
                            paramLabel = "TEXT",
                            description = "Only changes whose line holds one of these texts, such as vat.drl or"
                                    + " proration!partial.")
                    List<String> only) {
        return new MutationBench(
                        books.get().newest(),
                        spec.commandLine().getOut(),
                        spec.commandLine().getErr())
                .run(paths == null || paths.isEmpty() ? MutationBench.cases() : paths, only == null ? List.of() : only);
    }
}
