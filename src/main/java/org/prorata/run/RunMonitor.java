package org.prorata.run;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.prorata.store.base.Database;
import org.prorata.store.base.Session;

/**
 * Stands beside a run: tells how far it is, and sees to it that all its threads stop when one of them fails or when the
 * program is told to end, by Ctrl-C for example, which then waits until the chunks at hand are stored.
 */
final class RunMonitor implements PartWork.Stop, AutoCloseable {

    private static final long REPORT_MILLIS = 500;

    private final ScheduledExecutorService reports = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "progress");
        thread.setDaemon(true);
        return thread;
    });
    private final Session session;
    private final Runnable leave;
    private volatile boolean told;
    private volatile RuntimeException failure;

    RunMonitor(Session session, Runnable report) {
        this.session = session;
        this.leave = session.database().atExit(() -> told = true);
        // a database that went away is told by the run itself
        reports.scheduleWithFixedDelay(
                () -> {
                    if (!asked()) {
                        report.run();
                    }
                },
                REPORT_MILLIS,
                REPORT_MILLIS,
                TimeUnit.MILLISECONDS);
    }

    @Override
    public boolean asked() {
        return told || failure != null;
    }

    /** Only the first failure is a cause; the others follow from it. */
    @Override
    public synchronized void because(RuntimeException first) {
        failure = failure == null ? first : failure;
        if (Database.isGone(first)) {
            session.database().hurry();
        }
    }

    RuntimeException failure() {
        return failure;
    }

    @Override
    public void close() {
        reports.shutdownNow();
        leave.run();
    }
}
