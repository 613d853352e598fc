package org.prorata.rights;

import java.time.LocalDate;
import java.util.List;
import org.prorata.decision.Reason;
import org.prorata.decision.TableRow;

/** An event for which the terms grant nothing that could be computed: they are silent, or promise best efforts only. */
public final class SilentSlot extends RightSlot {

    private final String code;
    private final LocalDate event;
    private final boolean bestEfforts;
    private final TableRow row;

    SilentSlot(String code, LocalDate event, boolean bestEfforts, TableRow row) {
        this.code = code;
        this.event = event;
        this.bestEfforts = bestEfforts;
        this.row = row;
    }

    @Override
    public String about() {
        return "what follows from the event of " + event + " for " + code;
    }

    public boolean isBestEfforts() {
        return bestEfforts;
    }

    public void silent(String by) {
        state(by, none(code), Reason.of("right.silent", code, event), List.of(row));
    }

    public void bestEfforts(String by) {
        state(by, none(code), Reason.of("right.best_efforts", code, event), List.of(row));
    }
}
