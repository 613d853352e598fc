package org.prorata.subject.exit;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.prorata.decision.Reason;
import org.prorata.decision.Slot;
import org.prorata.decision.TableRow;

/** A contract that goes on past its end for the exit phase: until when, and what its months cost. */
public final class RunOnSlot extends Slot<RunOnSlot.Phase> {

    private final LocalDate end;
    private final LocalDate accepted;
    private final BigDecimal fees;
    private final TableRow row;

    /**
     * @param accepted the day on which the client accepted the exit services, or null
     * @param fees     of the months begun until then; null when that day is not known
     */
    RunOnSlot(LocalDate end, LocalDate accepted, BigDecimal fees, TableRow row) {
        this.end = end;
        this.accepted = accepted;
        this.fees = fees;
        this.row = row;
    }

    /** Until the day, or until the client accepts; nothing when {@code runs} is false. */
    public record Phase(boolean runs, LocalDate until, BigDecimal fees) {}

    @Override
    public String about() {
        return "the run-on";
    }

    /** The day on which the client accepted the exit services; null: it has not. */
    public LocalDate getAccepted() {
        return accepted;
    }

    /** The last covered day. */
    public LocalDate getEnd() {
        return end;
    }

    /** Goes on until the day of acceptance. */
    public void untilAccepted(String by) {
        propose(by, new Phase(true, accepted, fees), Reason.of("run_on.until", end, accepted, fees), row);
    }

    /** Goes on until the client accepts. */
    public void open(String by) {
        propose(by, new Phase(true, null, null), Reason.of("run_on.open", end), row);
    }

    /** Accepted by the end: nothing goes on. */
    public void nothing(String by) {
        propose(by, new Phase(false, null, null), Reason.of("run_on.over", accepted, end), row);
    }
}
