package org.prorata.subject.late;

import java.time.LocalDate;
import org.prorata.contract.PaymentRule;
import org.prorata.contract.PublicBuyer;
import org.prorata.decision.Alike;
import org.prorata.decision.policy.choice.CountedFrom;

/** Invoices of one client whose due day is found alike. */
public final class DueSlots extends Alike<DueSlot> {

    DueSlots(DueSlot first) {
        super(first);
    }

    @Override
    protected boolean holds(DueSlot slot) {
        return isStated() == slot.isStated()
                && getRule() == slot.getRule()
                && getCountedFrom() == slot.getCountedFrom()
                && getBuyer() == slot.getBuyer()
                && like().ordered(slot);
    }

    /** Whether the due day is printed on the invoice. */
    public boolean isStated() {
        return like().isStated();
    }

    /** How the days to pay are counted. */
    public PaymentRule getRule() {
        return like().getRule();
    }

    /** From which day the days to pay are counted, null where the invoice states its due day. */
    public CountedFrom getCountedFrom() {
        return like().getCountedFrom();
    }

    /** What kind of public buyer the client is. */
    public PublicBuyer getBuyer() {
        return like().getBuyer();
    }

    /** The day of the invoice. */
    public LocalDate getIssued() {
        return like().getIssued();
    }

    /** The first day of the performance. */
    public LocalDate getPerformed() {
        return like().getPerformed();
    }

    /** The last day of the performance. */
    public LocalDate getCompleted() {
        return like().getCompleted();
    }

    /** The day printed on the invoice, or counted from it as agreed. */
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

    public void afterPerformance(String by) {
        each(by, DueSlot::afterPerformance);
    }

    public void afterLaterPerformance(String by) {
        each(by, DueSlot::afterLaterPerformance);
    }

    public void asLawSets(String by) {
        each(by, DueSlot::asLawSets);
    }

    public void cut(String by) {
        each(by, DueSlot::cut);
    }
}
