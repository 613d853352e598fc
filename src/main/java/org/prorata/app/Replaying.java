package org.prorata.app;

import java.util.function.Consumer;
import org.prorata.access.AccessRight;
import org.prorata.access.Caller;
import org.prorata.decision.Refused;

/** Computes documents again from what was known then, by the rule book of their day. */
public final class Replaying {

    private final Application application;

    public Replaying(Application application) {
        this.application = application;
    }

    /** Replays all documents of all runs; {@code each} is told every outcome. */
    public Replay.Summary all(Caller caller, Consumer<Replay.Outcome> each) {
        return new Replay(application.session(caller, AccessRight.READ)).all(each);
    }

    /**
     * Replays one invoice, credit note or debit note.
     *
     * @throws Refused when there is no such document
     */
    public Replay.Outcome one(Caller caller, String name) {
        return new Replay(application.session(caller, AccessRight.READ)).document(name);
    }
}
