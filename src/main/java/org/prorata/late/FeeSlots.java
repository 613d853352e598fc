package org.prorata.late;

import org.prorata.decision.Alike;

/** Late invoices of one client that bear the fixed sum for recovery costs alike. */
public final class FeeSlots extends Alike<FeeSlot> {

    FeeSlots(FeeSlot first) {
        super(first);
    }

    @Override
    protected boolean holds(FeeSlot slot) {
        return isArising() == slot.isArising() && isGranted() == slot.isGranted() && isInsolvent() == slot.isInsolvent();
    }

    /** Whether some late day is not disputed. */
    public boolean isArising() {
        return like().isArising();
    }

    /** Whether the law grants a sum against this client. */
    public boolean isGranted() {
        return like().isGranted();
    }

    /** Whether proceedings forbid the client to pay on the day on which the sum would arise. */
    public boolean isInsolvent() {
        return like().isInsolvent();
    }

    public void once(String by) {
        each(by, FeeSlot::once);
    }

    public void insolvent(String by) {
        each(by, FeeSlot::insolvent);
    }

    public void notGranted(String by) {
        each(by, FeeSlot::notGranted);
    }

    public void disputed(String by) {
        each(by, FeeSlot::disputed);
    }
}
