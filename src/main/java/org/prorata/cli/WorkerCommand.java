package org.prorata.cli;

import java.util.function.Supplier;
import org.prorata.access.AccessRight;
import org.prorata.access.Caller;
import org.prorata.app.Application;
import org.prorata.app.Working;
import org.prorata.book.engine.RuleBooks;
import org.prorata.store.base.Database;
import org.prorata.store.base.DatabaseSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code prorata worker}: helps runs that are begun elsewhere. */
@Command(
        name = "worker",
        description = "Works at the parts of runs that other commands began, until it is stopped.",
        mixinStandardHelpOptions = true)
final class WorkerCommand extends UseCaseCommand {

    @Option(names = "--threads", paramLabel = "N", description = "Parts at a time (default: one for each processor).")
    private int threads = Runtime.getRuntime().availableProcessors();

    WorkerCommand(Supplier<RuleBooks> books) {
        super(books);
    }

    @Override
    Database open(DatabaseSettings settings) {
        return Database.join(settings);
    }

    @Override
    AccessRight right() {
        return AccessRight.BILL;
    }

    @Override
    int run(Application application, Caller caller) {
        if (threads < 1) {
            throw new BadInput("--threads " + threads + ": 1 or more is allowed");
        }
        try {
            new Working(application).work(caller, threads, this::open, new Words());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Status.DONE;
    }

    private final class Words implements Working.WorkerNews {

        @Override
        public void begins(String process, String book) {
            out().println("Worker " + process + ", rule book " + book + ", " + threads
                    + " parts at a time; Ctrl-C ends it");
            out().flush();
        }

        @Override
        public void refused(String why) {
            say(why);
        }

        @Override
        public void waits() {
            say("the database went away; the worker waits until it is back, Ctrl-C ends it");
        }

        @Override
        public void back() {
            say("the database is back");
        }
    }

    private void say(String line) {
        err().println(line);
        err().flush();
    }
}
