package org.prorata.app;

import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.prorata.access.AccessRight;
import org.prorata.access.Caller;
import org.prorata.book.engine.RuleBook;
import org.prorata.book.engine.RuleBooks;
import org.prorata.run.Worker;
import org.prorata.store.base.Database;
import org.prorata.store.base.Session;

/** Works at the parts of runs that others began, for one caller, until it is told to end: also when the database goes away and comes back. */
public final class Working {

    private static final int TRY_SECONDS = 2;

    private final Application application;

    public Working(Application application) {
        this.application = application;
    }

    /** What a worker tells of itself. */
    public interface WorkerNews {

        /**
         * It begins.
         *
         * @param process number and machine
         * @param book    version of the rule book by which it works
         */
        void begins(String process, String book);

        /** A run that it takes no part in. */
        void refused(String why);

        /** The database went away; it waits. */
        void waits();

        /** The database is back. */
        void back();
    }

    /**
     * Works until the process is told to end.
     *
     * @param threads parts at a time, 1 or more
     * @param reopen  reaches the same database once more; throws what {@link Database#isGone} knows while it is away
     */
    public void work(Caller caller, int threads, Supplier<Database> reopen, WorkerNews told)
            throws InterruptedException {
        Session session = application.session(caller, AccessRight.BILL);
        RuleBook book = book(application.books(session), caller);
        told.begins(Database.OWNER, book.version());
        // the first database is closed by who opened it
        boolean ended = work(session, book, threads, told::refused);
        while (!ended) {
            try (Database again = back(reopen, told)) {
                ended = work(application.on(again).session(caller, AccessRight.BILL), book, threads, told::refused);
            }
        }
    }

    /** Where a book of another calculation is in force today, runs are by the first one after it that is not. */
    private static RuleBook book(RuleBooks inForce, Caller caller) {
        return inForce.firstOpen(caller.today())
                .map(RuleBooks.BookInForce::book)
                .orElseGet(() -> inForce.on(caller.today()));
    }

    /** Whether it was told to end, and not left by the database. */
    private static boolean work(Session session, RuleBook book, int threads, Consumer<String> refused)
            throws InterruptedException {
        try (Worker worker = new Worker(session, book, threads)) {
            worker.work(refused);
            return true;
        } catch (RuntimeException e) {
            if (!Database.isGone(e)) {
                throw e;
            }
            return false;
        }
    }

    /** A server that is started again needs nobody to start its workers again. */
    private static Database back(Supplier<Database> reopen, WorkerNews told) throws InterruptedException {
        told.waits();
        while (true) {
            TimeUnit.SECONDS.sleep(TRY_SECONDS);
            try {
                Database database = reopen.get();
                told.back();
                return database;
            } catch (RuntimeException e) {
                if (!Database.isGone(e)) {
                    throw e;
                }
            }
        }
    }
}
