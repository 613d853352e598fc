package org.prorata.billing;

import java.math.BigDecimal;
import org.prorata.decision.Slot;

/** A line that stands in part or wrongly on an earlier invoice: what is still to charge or to give back. */
public final class DifferenceSlot extends Slot<BigDecimal> {

    private final Difference.Line line;

    DifferenceSlot(Difference.Line line) {
        this.line = line;
    }

    @Override
    public String about() {
        return "the difference of " + line.item() + " for " + line.period();
    }

    Difference.Line line() {
        return line;
    }

    /** Whether more was billed than is due. */
    public boolean isTooMuch() {
        return line.signed().signum() < 0;
    }

    /** The difference stands. */
    public void stands(String by) {
        propose(by, line.signed().abs(), line.why());
    }
}
