package org.prorata.postgres;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What is done when the program is told to end: first those who still need the database, then the server is left. */
public final class AtExit {

    private static final Set<Runnable> FIRST = new LinkedHashSet<>();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(AtExit::end, "leave the database"));
    }

    private AtExit() {
    }

    /**
     * Does something before the server is left; it may take its time.
     *
     * @return what takes this back
     */
    public static Runnable first(Runnable action) {
        // an object of its own, as the same action may be given twice
        Runnable each = () -> action.run();
        synchronized (FIRST) {
            FIRST.add(each);
        }
        return () -> {
            synchronized (FIRST) {
                FIRST.remove(each);
            }
        };
    }

    /** Makes sure that the server is left at the end. */
    static void ready() {
        // the hook stands since this class is loaded
    }

    private static void end() {
        List<Runnable> first;
        synchronized (FIRST) {
            first = new ArrayList<>(FIRST);
        }
        first.forEach(Runnable::run);
        EmbeddedPostgres.endAll();
    }
}
