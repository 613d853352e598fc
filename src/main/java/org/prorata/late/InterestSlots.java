package org.prorata.late;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.prorata.decision.Alike;
import org.prorata.policy.choice.InterestBasis;

/** Late invoices of one client that bear interest alike. */
public final class InterestSlots extends Alike<InterestSlot> {

    InterestSlots(InterestSlot first) {
        super(first);
    }

    @Override
    protected boolean holds(InterestSlot slot) {
        InterestSlot like = like();
        return (like.getBearsFrom() == null) == (slot.getBearsFrom() == null) && like.getBasis() == slot.getBasis()
                && like.isHeld() == slot.isHeld() && like.alike(slot) && like.belowFloor() == slot.belowFloor();
    }

    /** The first late day that bears interest, or null: every one is disputed. */
    public LocalDate getBearsFrom() {
        return like().getBearsFrom();
    }

    /** The first late day whose interest no dispute takes away, or null: there is none. */
    public LocalDate getUndisputedFrom() {
        return like().getUndisputedFrom();
    }

    /** The judgment that opened insolvency proceedings, for a claim from before it; else null. */
    public LocalDate getJudgment() {
        return like().getJudgment();
    }

    /** The day after the due day. */
    public LocalDate getFirstLate() {
        return like().getFirstLate();
    }

    /** The first day of the law on interest, or null: none is asked. */
    public LocalDate getLawSince() {
        return like().getLawSince();
    }

    /** What the rate is made from, or null: the law that says it does not hold yet. */
    public InterestBasis getBasis() {
        return like().getBasis();
    }

    /** Whether the rate with which interest starts holds to the end. */
    public boolean isHeld() {
        return like().isHeld();
    }

    /** The interest at the agreed rate, or null where no floor of the law is looked at. */
    public BigDecimal getAgreedInterest() {
        return like().getAgreedInterest();
    }

    /** The interest at a rate that is never below the law's floor, or null where none is looked at. */
    public BigDecimal getInterestAtFloor() {
        return like().getInterestAtFloor();
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

    public void afterJudgment(String by) {
        each(by, InterestSlot::afterJudgment);
    }

    public void beforeLaw(String by) {
        each(by, InterestSlot::beforeLaw);
    }

    public void none(String by) {
        each(by, InterestSlot::none);
    }
}
