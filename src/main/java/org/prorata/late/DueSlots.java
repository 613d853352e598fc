package org.prorata.late;

import java.time.LocalDate;
import org.prorata.contract.PaymentRule;
import org.prorata.decision.Alike;

/** Invoices of one client whose due day is found alike. */
public final class DueSlots extends Alike<DueSlot> {

    DueSlots(DueSlot first) {
        super(first);
    }

    @Override
    protected boolean holds(DueSlot slot) {
        return isStated() == slot.isStated() && getRule() == slot.getRule() && like().beyondLaw() == slot.beyondLaw();
    }

    /** Whether the due day is printed on the invoice. */
    public boolean isStated() {
        return like().isStated();
    }

    /** How the days to pay are counted. */
    public PaymentRule getRule() {
        return like().getRule();
    }

    /** The day printed on the invoice, or counted as agreed. */
    public LocalDate getDue() {
        return like().getDue();
    }

    /** The last due day that the law allows, or null: it sets none. */
    public LocalDate getLatestLawfulDay() {
        return like().getLatestLawfulDay();
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
