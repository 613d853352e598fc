package org.prorata.store.facts;

import java.util.function.Supplier;
import org.prorata.store.base.Recordings;
import org.prorata.store.base.Session;

/** Takes in rows of files, chunk by chunk, each under a recording of its own; or only tries to. */
public final class Intake {

    private final Session session;
    private boolean trial;

    public Intake(Session session) {
        this.session = session;
    }

    /** One chunk, alone among all that record; stored when the work is done, or not at all. */
    public <T> T inTurn(Supplier<T> chunk) {
        return session.tx().execute(status -> {
            Recordings.lock(session);
            return chunk.get();
        });
    }

    /** All chunks of the work exactly as if they were stored; none is. Runs need not wait for it. */
    public <T> T trial(Supplier<T> work) {
        trial = true;
        try {
            return session.tx().execute(status -> {
                status.setRollbackOnly();
                return work.get();
            });
        } finally {
            trial = false;
        }
    }

    /**
     * The recording of the chunk at work. A trial takes the newest there is: a new one would let whoever asks for the
     * watermark wait for the end of the trial.
     */
    public long recording(String source) {
        return trial
                ? session.client()
                        .sql("select max(id) from recording")
                        .query(Long.class)
                        .single()
                : Recordings.open(session, source);
    }
}
