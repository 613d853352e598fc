package org.prorata.run;

import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/** Adds up the time that the workers of a run spend in each of its stages. */
public final class Meter {

    /** What a run does with each chunk of contracts; late payment and service level are stages where two books are compared. */
    public enum Stage {
        READ,
        RULES,
        LATE,
        SERVICE_LEVEL,
        WRITE,
        ISSUE
    }

    private final LongAdder[] nanos = new LongAdder[Stage.values().length];

    public Meter() {
        for (int i = 0; i < nanos.length; i++) {
            nanos[i] = new LongAdder();
        }
    }

    /** Does a piece of work of a stage. */
    public <T> T time(Stage stage, Supplier<T> work) {
        long begin = System.nanoTime();
        try {
            return work.get();
        } finally {
            nanos[stage.ordinal()].add(System.nanoTime() - begin);
        }
    }

    /** The same for work without a result. */
    public void time(Stage stage, Runnable work) {
        time(stage, () -> {
            work.run();
            return null;
        });
    }

    /** The time spent in a stage, that of all workers together. */
    public long nanos(Stage stage) {
        return nanos[stage.ordinal()].sum();
    }
}
