package org.prorata.subject.billing;

import java.time.LocalDate;
import org.prorata.decision.Alike;

/** Uses that all count or do not, and that all lie before, on or after the days of their items. */
public final class UseSlots extends Alike<UseSlot> {

    UseSlots(UseSlot first) {
        super(first);
    }

    @Override
    protected boolean holds(UseSlot slot) {
        return like().like(slot);
    }

    /** Whether the terms charge use of that kind. */
    public boolean isCounted() {
        return like().counted();
    }

    /** The day of use. */
    public LocalDate getDay() {
        return like().day();
    }

    /** The first day of the item. */
    public LocalDate getFirstDay() {
        return like().firstDay();
    }

    /** The last day of the item and of the contract, or null: neither has one. */
    public LocalDate getLastDay() {
        return like().lastDay();
    }

    /** The use is charged. */
    public void charge(String by) {
        each(by, (slot, rule) -> slot.charge());
    }

    /** The use is not charged, and the bill says so. */
    public void leaveOut(String by) {
        each(by, (slot, rule) -> slot.leaveOut());
    }
}
