package org.prorata.course;

import java.time.LocalDate;
import org.prorata.decision.Becauses;
import org.prorata.decision.Decision;
import org.prorata.decision.Reason;
import org.prorata.decision.Settlement;
import org.prorata.decision.Slot;
import org.prorata.decision.TableRow;

/** A day that a clause or the law sets; the rules choose by its matter. */
public final class DaySlot extends Slot<LocalDate> {

    private final String matter;
    private final LocalDate day;
    private final Reason reason;
    private final TableRow[] rows;

    public DaySlot(String matter, LocalDate day, Reason reason, TableRow... rows) {
        this.matter = matter;
        this.day = day;
        this.reason = reason;
        this.rows = rows;
    }

    @Override
    public String about() {
        return "the day " + matter;
    }

    public String getMatter() {
        return matter;
    }

    public LocalDate day() {
        return day;
    }

    /** The day stands. */
    public void stands(String by) {
        propose(by, day, reason, rows);
    }

    /** A deadline, once the rules have proposed. */
    public Decision.Deadline deadline() {
        Settlement.Settled<LocalDate> settled = Settlement.one(this);
        return new Decision.Deadline(matter, settled.stands().value(), Becauses.of(settled));
    }
}
