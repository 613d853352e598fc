package org.prorata.app;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.prorata.access.AccessRight;
import org.prorata.access.Caller;
import org.prorata.app.intake.Feed;
import org.prorata.app.intake.Incoming;
import org.prorata.app.intake.Received;
import org.prorata.app.intake.Withdrawing;
import org.prorata.store.base.Session;

/** Takes in rows of payments, usage or events from files, and takes rows back that turned out wrong. */
public final class TakingInRows {

    private final Application application;

    public TakingInRows(Application application) {
        this.application = application;
    }

    /**
     * Stores the rows of a file that can be; the audit log is told when any were.
     *
     * @param rejects where the rejected rows are written, or null
     */
    public Received receive(Caller caller, Feed feed, Path file, @Nullable Path rejects) {
        Session session = application.session(caller, AccessRight.BILL);
        Received received = new Incoming(session, feed, caller.today()).receive(file, rejects);
        if (received.stored() > 0) {
            session.audit()
                    .append(
                            feed.title() + ".imported",
                            "file " + file.getFileName(),
                            Map.of(
                                    "stored",
                                    received.stored(),
                                    "known",
                                    received.known(),
                                    "rejected",
                                    received.rejected()));
        }
        return received;
    }

    /** The same figures; nothing is stored. */
    public Received check(Caller caller, Feed feed, Path file, @Nullable Path rejects) {
        return new Incoming(application.session(caller, AccessRight.BILL), feed, caller.today()).check(file, rejects);
    }

    /** Takes rows back, by the ids under which they were taken in. */
    public Withdrawing.Outcome withdraw(Caller caller, Feed feed, Collection<String> ids, String reason) {
        return new Withdrawing(application.session(caller, AccessRight.BILL), feed).ids(ids, reason);
    }

    /** The same for the rows of a file with a column of ids, such as the file that was taken in. */
    public Withdrawing.Outcome withdraw(Caller caller, Feed feed, Path file, String reason) {
        return new Withdrawing(application.session(caller, AccessRight.BILL), feed).file(file, reason);
    }
}
