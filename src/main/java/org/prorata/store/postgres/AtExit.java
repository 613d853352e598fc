package org.prorata.store.postgres;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What is done when the program is told to end: first those who still need the database, then the server is left. */
public final class AtExit {

    private static final Set<Runnable> FIRST = new LinkedHashSet<>();
    private static final Set<Runnable> LAST = new LinkedHashSet<>();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(AtExit::end, "leave the database"));
    }

    private AtExit() {}

    /**
     * Does something before the server is left; it may take its time.
     *
     * @return what takes this back
     */
    public static Runnable first(Runnable action) {
        return entered(FIRST, action);
    }

    /**
     * Does something after the server is left.
     *
     * @return what takes this back
     */
    public static Runnable last(Runnable action) {
        return entered(LAST, action);
    }

    private static Runnable entered(Set<Runnable> actions, Runnable action) {
        // an object of its own, as the same action may be given twice
        Runnable each = () -> action.run();
        synchronized (AtExit.class) {
            actions.add(each);
        }
        return () -> {
            synchronized (AtExit.class) {
                actions.remove(each);
            }
        };
    }

    /** Makes sure that the server is left at the end. */
    static void ready() {
        // the hook stands since this class is loaded
    }

    private static void end() {
        all(FIRST).forEach(Runnable::run);
        EmbeddedPostgres.endAll();
        all(LAST).forEach(Runnable::run);
    }

    private static List<Runnable> all(Set<Runnable> actions) {
        synchronized (AtExit.class) {
            return new ArrayList<>(actions);
        }
    }
}
