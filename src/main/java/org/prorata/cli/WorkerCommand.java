package org.prorata.cli;

import java.util.function.Supplier;
import org.prorata.engine.RuleBook;
import org.prorata.engine.RuleBooks;
import org.prorata.run.Worker;
import org.prorata.store.Database;
import org.prorata.store.DatabaseSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code prorata worker}: helps runs that are begun elsewhere. */
@Command(name = "worker", description = "Works at the parts of runs that other commands began, until it is stopped.", mixinStandardHelpOptions = true)
final class WorkerCommand extends DatabaseCommand {

    private final Supplier<RuleBooks> books;

    @Option(names = "--threads", paramLabel = "N", description = "Parts at a time (default: one for each processor).")
    private int threads = Runtime.getRuntime().availableProcessors();

    WorkerCommand(Supplier<RuleBooks> books) {
        this.books = books;
    }

    @Override
    Database open(DatabaseSettings settings) {
        return Database.join(settings);
    }

    @Override
    int run(Database database) {
        if (threads < 1) {
            throw new BadInput("--threads " + threads + ": 1 or more is allowed");
        }
        RuleBook book = books.get().newest();
        try (Worker worker = new Worker(database, book, threads)) {
            out().println("Worker " + Database.OWNER + ", rule book " + book.version() + ", " + threads + " parts at a time; Ctrl-C ends it");
            out().flush();
            worker.work(line -> {
                err().println(line);
                err().flush();
            });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Status.DONE;
    }
}
