package org.prorata.run;

import org.prorata.ledger.Run;
import org.prorata.store.runs.Workers;

/** Whether a command works at its run alone; it no longer does once a worker offers itself. */
final class SoloMode {

    private final Workers workers;
    private final Run run;
    private volatile boolean over;

    SoloMode(Workers workers, Run run) {
        this.workers = workers;
        this.run = run;
    }

    /** Looks whether there are workers. */
    void look() {
        over = over || workers.living(run.book(), run.calculation()) > 0;
    }

    boolean over() {
        return over;
    }

    /** Stops after the chunk at hand also when it is alone no longer, so that what is left can be shared. */
    PartWork.Stop beside(PartWork.Stop stop) {
        return new PartWork.Stop() {

            @Override
            public boolean asked() {
                return over || stop.asked();
            }

            @Override
            public void because(RuntimeException failure) {
                stop.because(failure);
            }
        };
    }
}
