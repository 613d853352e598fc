package org.prorata.subject.billing;

import org.prorata.decision.Alike;
import org.prorata.decision.policy.choice.PartialMethod;
import org.prorata.values.Length;

/** Periods that are charged alike. */
public final class PeriodSlots extends Alike<PeriodSlot> {

    PeriodSlots(PeriodSlot first) {
        super(first);
    }

    @Override
    protected boolean holds(PeriodSlot slot) {
        return Integer.signum(getDaysCovered() - getDaysOfPeriod())
                        == Integer.signum(slot.daysCovered() - slot.daysOfPeriod())
                && like().inParts() == slot.inParts()
                && getMethod() == slot.method();
    }

    /** Days that are charged. */
    public int getDaysCovered() {
        return like().daysCovered();
    }

    /** Days of the whole period. */
    public int getDaysOfPeriod() {
        return like().daysOfPeriod();
    }

    /** The length of time that the price is for. */
    public Length getPriceFor() {
        return Length.of(like().priceMonths());
    }

    /** The length of a billing period. */
    public Length getPeriod() {
        return Length.of(like().periodMonths());
    }

    /** How periods not covered whole are charged; null for whole ones. */
    public PartialMethod getMethod() {
        return like().method();
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
