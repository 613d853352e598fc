package org.prorata.billing;

import org.prorata.decision.Alike;

/** Periods of one contract that are charged alike. */
public final class PeriodSlots extends Alike<PeriodSlot> {

    PeriodSlots(PeriodSlot first) {
        super(first);
    }

    @Override
    protected boolean holds(PeriodSlot slot) {
        return isWhole() == slot.isWhole() && isInParts() == slot.isInParts() && getMethod() == slot.getMethod();
    }

    /** Whether the periods are covered whole. */
    public boolean isWhole() {
        return like().isWhole();
    }

    /** Whether the prices are for more time than a billing period, so that they are billed in parts. */
    public boolean isInParts() {
        return like().isInParts();
    }

    /** How periods not covered whole are charged; null for whole ones. */
    public PartialRule.Method getMethod() {
        return like().getMethod();
    }

    public void spread(String by) {
        each(by, PeriodSlot::spread);
    }

    public void whole(String by) {
        each(by, PeriodSlot::whole);
    }

    public void byDays(String by) {
        each(by, PeriodSlot::byDays);
    }

    public void byMonthsLeft(String by) {
        each(by, PeriodSlot::byMonthsLeft);
    }

    public void inFull(String by) {
        each(by, PeriodSlot::inFull);
    }
}
