package org.prorata.subject.rights;

import java.time.LocalDate;
import java.util.List;
import org.prorata.decision.Reason;
import org.prorata.decision.TableRow;

/** An event for which the terms grant nothing that could be computed: they are silent, exclude its cause or promise best efforts only. */
public final class SilentSlot extends RightSlot {

    private final String code;
    private final LocalDate event;
    private final Why why;
    private final TableRow row;

    /** Why nothing follows. */
    public enum Why {
        SILENT,
        EXCLUDED,
        BEST_EFFORTS
    }

    SilentSlot(String code, LocalDate event, Why why, TableRow row) {
        this.code = code;
        this.event = event;
        this.why = why;
        this.row = row;
    }

    @Override
    public String about() {
        return "what follows from the event of " + event + " for " + code;
    }

    public Why getWhy() {
        return why;
    }

    public void silent(String by) {
        nothing(by, "right.silent");
    }

    public void excluded(String by) {
        nothing(by, "right.excluded");
    }

    public void bestEfforts(String by) {
        nothing(by, "right.best_efforts");
    }

    private void nothing(String by, String key) {
        state(by, none(code), Reason.of(key, code, event), List.of(row));
    }
}
