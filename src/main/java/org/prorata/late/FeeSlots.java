package org.prorata.late;

import java.time.LocalDate;
import org.prorata.decision.Alike;

/** Late invoices of one client that bear the fixed sum for recovery costs alike. */
public final class FeeSlots extends Alike<FeeSlot> {

    FeeSlots(FeeSlot first) {
        super(first);
    }

    @Override
    protected boolean holds(FeeSlot slot) {
        FeeSlot like = like();
        return (like.getBearsFrom() == null) == (slot.getBearsFrom() == null) && like.isGranted() == slot.isGranted()
                && like.insolventByThen() == slot.insolventByThen();
    }

    /** The first late day that is not disputed, on which the sum arises; null: there is none. */
    public LocalDate getBearsFrom() {
        return like().getBearsFrom();
    }

    /** Whether the law grants a sum against this client. */
    public boolean isGranted() {
        return like().isGranted();
    }

    /** The first day of proceedings that forbid the client to pay, or null. */
    public LocalDate getInsolventFrom() {
        return like().getInsolventFrom();
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
