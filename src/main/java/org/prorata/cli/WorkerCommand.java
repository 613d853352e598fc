package org.prorata.cli;

import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.prorata.access.Right;
import org.prorata.book.engine.RuleBook;
import org.prorata.book.engine.RuleBooks;
import org.prorata.run.Worker;
import org.prorata.store.base.Database;
import org.prorata.store.base.DatabaseSettings;
import org.prorata.store.base.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code prorata worker}: helps runs that are begun elsewhere. */
@Command(
        name = "worker",
        description = "Works at the parts of runs that other commands began, until it is stopped.",
        mixinStandardHelpOptions = true)
final class WorkerCommand extends DatabaseCommand {

    private static final int TRY_SECONDS = 2;

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
    Right right() {
        return Right.BILL;
    }

    @Override
    int run(Session session) {
        if (threads < 1) {
            throw new BadInput("--threads " + threads + ": 1 or more is allowed");
        }
        RuleBooks inForce = inForce(session, books);
        // where a book of another calculation is in force today, runs are by the first one after it that is not
        RuleBook book = inForce.firstOpen(session.caller().today())
                .map(RuleBooks.Reign::book)
                .orElseGet(() -> inForce.on(session.caller().today()));
        out().println("Worker " + Database.OWNER + ", rule book " + book.version() + ", " + threads
                + " parts at a time; Ctrl-C ends it");
        out().flush();
        try {
            if (!work(session, book)) {
                // the first one is closed by who opened it
                boolean ended = false;
                while (!ended) {
                    try (Database again = back()) {
                        // by whoever began: a worker stays its caller's
                        ended = work(again.session(session.caller(), auditKeys()), book);
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Status.DONE;
    }

    /** Whether it was told to end, and not left by the database. */
    private boolean work(Session session, RuleBook book) throws InterruptedException {
        try (Worker worker = new Worker(session, book, threads)) {
            worker.work(this::say);
            return true;
        } catch (RuntimeException e) {
            if (!Database.isGone(e)) {
                throw e;
            }
            return false;
        }
    }

    /** A server that is started again needs nobody to start its workers again. */
    private Database back() throws InterruptedException {
        say("the database went away; the worker waits until it is back, Ctrl-C ends it");
        while (true) {
            TimeUnit.SECONDS.sleep(TRY_SECONDS);
            try {
                Database database = open();
                say("the database is back");
                return database;
            } catch (RuntimeException e) {
                if (!Database.isGone(e)) {
                    throw e;
                }
            }
        }
    }

    private void say(String line) {
        err().println(line);
        err().flush();
    }
}
