package org.prorata.run;

import java.util.function.BooleanSupplier;
import org.prorata.store.base.Database;
import org.prorata.store.runs.Runs;

/** For who works at a run that another process began: a failure here ends the run, as the same would happen elsewhere. */
final class HelpersStop implements PartWork.Stop {

    private final Runs runs;
    private final long run;
    private final BooleanSupplier leaving;

    HelpersStop(Runs runs, long run, BooleanSupplier leaving) {
        this.runs = runs;
        this.run = run;
        this.leaving = leaving;
    }

    @Override
    public boolean asked() {
        return leaving.getAsBoolean();
    }

    @Override
    public void because(RuntimeException failure) {
        if (!Database.isGone(failure)) {
            runs.stop(run, "worker " + Database.OWNER + ": " + failure);
        }
    }
}
