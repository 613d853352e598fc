package org.prorata.subject.billing;

import java.math.BigDecimal;
import org.prorata.decision.Slot;

/** A line that stands in part or wrongly on an earlier invoice: what is still to charge or to give back. */
public final class DifferenceSlot extends Slot<BigDecimal> {

    private final Difference.Line line;
    private final BigDecimal billed;

    DifferenceSlot(Difference.Line line) {
        this.line = line;
        this.billed = line.billed();
    }

    @Override
    public String about() {
        return "the difference of " + line.item() + " for " + line.period();
    }

    Difference.Line line() {
        return line;
    }

    /** What the facts known now make due, negative for a credit. */
    public BigDecimal getDue() {
        return line.due();
    }

    /** What was billed for it, negative for a credit. */
    public BigDecimal getBilled() {
        return billed;
    }

    /** What was billed is what is due. */
    public void none(String by) {
        propose(by, BigDecimal.ZERO, line.why());
    }

    /** The difference stands. */
    public void stands(String by) {
        propose(by, line.signed().abs(), line.why());
    }
}
