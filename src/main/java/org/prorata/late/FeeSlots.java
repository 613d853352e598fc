package org.prorata.late;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.prorata.decision.Alike;

/** Late invoices of one client that bear the fixed sum for recovery costs alike. */
public final class FeeSlots extends Alike<FeeSlot> {

    FeeSlots(FeeSlot first) {
        super(first);
    }

    @Override
    protected boolean holds(FeeSlot slot) {
        return like().alike(slot);
    }

    /** The first late day that is not disputed, on which the sum arises; null: there is none. */
    public LocalDate getBearsFrom() {
        return like().getBearsFrom();
    }

    /** The sum that the law fixes, zero where it grants none against this client; null where none holds. */
    public BigDecimal getSum() {
        return like().getSum();
    }

    /** Whether the law grants a sum against this client. */
    public boolean isGranted() {
        return like().isGranted();
    }

    /** Costs of recovery proved by the day of the computation, or null: none count. */
    public BigDecimal getProved() {
        return like().getProved();
    }

    /** The first day of the law that fixes the sum, or null: none is asked. */
    public LocalDate getLawSince() {
        return like().getLawSince();
    }

    /** The judgment that opened insolvency proceedings, for a claim from before it; else null. */
    public LocalDate getInsolventFrom() {
        return like().getInsolventFrom();
    }

    public void asProved(String by) {
        each(by, FeeSlot::asProved);
    }

    public void beforeLaw(String by) {
        each(by, FeeSlot::beforeLaw);
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
