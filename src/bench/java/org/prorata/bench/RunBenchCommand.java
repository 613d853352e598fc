package org.prorata.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.prorata.book.engine.RuleBooks;
import org.prorata.cli.Status;
import org.prorata.store.base.Database;
import org.prorata.store.base.DatabaseSettings;
import org.prorata.store.postgres.DatabaseUnavailable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code prorata bench run}: a whole bill run in an embedded database of its own. */
@Command(
        name = "run",
        description =
                "Bills a month of made-up contracts in a database of its own, beside the least that storing the same"
                        + " lines and reading the same facts costs.",
        mixinStandardHelpOptions = true)
final class RunBenchCommand implements Callable<Integer> {

    private final Supplier<RuleBooks> books;

    @Spec
    private CommandSpec spec;

    @Option(names = "--contracts", required = true, paramLabel = "N", description = "How many contracts.")
    private int contracts;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "Other seeds make other contracts (default: 1).")
    private long seed;

    @Option(names = "--workers", paramLabel = "W", description = "How many work at once (default: one a processor).")
    private int workers = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            description = "A folder for the database, which is kept; there may be no contracts"
                    + " in it but those of the same bench not billed yet (default: a temporary one).")
    private Path data;

    RunBenchCommand(Supplier<RuleBooks> books) {
        this.books = books;
    }

    @Override
    public Integer call() throws IOException {
        if (contracts < 1 || workers < 1) {
            spec.commandLine().getErr().println("--contracts and --workers are at least 1");
            return Status.BAD_INPUT;
        }
        Path folder = data != null ? data : Files.createTempDirectory("prorata-bench");
        try (Database database = Database.own(new DatabaseSettings.Embedded(folder))) {
            boolean right = new RunBench(
                            BenchDatabase.session(database),
                            books.get().newest(),
                            workers,
                            folder,
                            spec.commandLine().getOut())
                    .run(contracts, seed);
            return right ? Status.DONE : Status.FAILING;
        } catch (IllegalArgumentException | DatabaseUnavailable e) {
            spec.commandLine().getErr().println(e.getMessage());
            return Status.BAD_INPUT;
        } finally {
            if (data == null) {
                delete(folder);
            }
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
