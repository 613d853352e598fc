package org.prorata.late;

import org.prorata.contract.PaymentRule;
import org.prorata.decision.Alike;

/** Invoices of one client whose due day is found alike. */
public final class DueSlots extends Alike<DueSlot> {

    DueSlots(DueSlot first) {
        super(first);
    }

    @Override
    protected boolean holds(DueSlot slot) {
        return isStated() == slot.isStated() && getRule() == slot.getRule() && isOverLimit() == slot.isOverLimit();
    }

    /** Whether the due day is printed on the invoice. */
    public boolean isStated() {
        return like().isStated();
    }

    /** How the days to pay are counted. */
    public PaymentRule getRule() {
        return like().getRule();
    }

    /** Whether the day lies beyond the longest term that the law allows. */
    public boolean isOverLimit() {
        return like().isOverLimit();
    }

    public void asStated(String by) {
        each(by, DueSlot::asStated);
    }

    public void afterDays(String by) {
        each(by, DueSlot::afterDays);
    }

    public void daysThenEndOfMonth(String by) {
        each(by, DueSlot::daysThenEndOfMonth);
    }

    public void endOfMonthThenDays(String by) {
        each(by, DueSlot::endOfMonthThenDays);
    }

    public void cut(String by) {
        each(by, DueSlot::cut);
    }
}
