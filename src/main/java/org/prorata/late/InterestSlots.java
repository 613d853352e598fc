package org.prorata.late;

import org.prorata.decision.Alike;

/** Late invoices of one client that bear interest alike. */
public final class InterestSlots extends Alike<InterestSlot> {

    InterestSlots(InterestSlot first) {
        super(first);
    }

    @Override
    protected boolean holds(InterestSlot slot) {
        return isBearing() == slot.isBearing() && getBasis() == slot.getBasis() && isHeld() == slot.isHeld() && isBelowFloor() == slot.isBelowFloor();
    }

    /** Whether some late day bears interest: a disputed one does not. */
    public boolean isBearing() {
        return like().isBearing();
    }

    /** What the rate is made from. */
    public InterestRule.Basis getBasis() {
        return like().getBasis();
    }

    /** Whether the rate with which interest starts holds to the end. */
    public boolean isHeld() {
        return like().isHeld();
    }

    /** Whether the agreed rate lies below the floor of the law on some day. */
    public boolean isBelowFloor() {
        return like().isBelowFloor();
    }

    public void atMultiple(String by) {
        each(by, InterestSlot::atMultiple);
    }

    public void withPoints(String by) {
        each(by, InterestSlot::withPoints);
    }

    public void asPublished(String by) {
        each(by, InterestSlot::asPublished);
    }

    public void atFixedRate(String by) {
        each(by, InterestSlot::atFixedRate);
    }

    public void heldFromStart(String by) {
        each(by, InterestSlot::heldFromStart);
    }

    public void atFloor(String by) {
        each(by, InterestSlot::atFloor);
    }

    public void disputed(String by) {
        each(by, InterestSlot::disputed);
    }

    public void none(String by) {
        each(by, InterestSlot::none);
    }
}
