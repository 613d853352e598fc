package org.prorata.late;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.prorata.decision.Alike;
import org.prorata.decision.Reason;
import org.prorata.decision.Slot;
import org.prorata.money.Amounts;

/** The fixed sum for recovery costs of one late invoice. A proposal of null says that none is due. */
final class FeeSlot extends Slot<BigDecimal> {

    private final Arrears arrears;
    private final FeeRule rule;
    private final LocalDate insolventFrom;
    private final int digits;

    /**
     * @param rule          null when every late day is disputed
     * @param insolventFrom null without proceedings
     */
    FeeSlot(Arrears arrears, FeeRule rule, LocalDate insolventFrom, int digits) {
        this.arrears = arrears;
        this.rule = rule;
        this.insolventFrom = insolventFrom;
        this.digits = digits;
    }

    @Override
    public Alike<?> group() {
        return new FeeSlots(this);
    }

    @Override
    public String about() {
        return "the recovery fee of the invoice " + arrears.invoice();
    }

    Arrears arrears() {
        return arrears;
    }

    /** The first late day that is not disputed, on which the sum arises; null: there is none. */
    LocalDate getBearsFrom() {
        return arrears.bearsFrom();
    }

    /** Whether the law grants a sum against this client. */
    boolean isGranted() {
        return rule != null && rule.granted();
    }

    /** The first day of proceedings that forbid the client to pay, or null. */
    LocalDate getInsolventFrom() {
        return insolventFrom;
    }

    /** Whether the proceedings were open when the sum arose, so that slots are told apart as the rules tell them. */
    boolean insolventByThen() {
        return insolventFrom != null && getBearsFrom() != null && !insolventFrom.isAfter(getBearsFrom());
    }

    /** The sum, once for the invoice. */
    void once(String by) {
        BigDecimal amount = Amounts.round(rule.amount(), digits);
        propose(by, amount, Reason.of("late.fee", arrears.invoice(), amount, arrears.bearsFrom()), rule.row());
    }

    /** None, for the client is insolvent, whatever the law grants otherwise. */
    void insolvent(String by) {
        proposeOver(by, null, Reason.of("late.fee_none.insolvent", arrears.invoice(), arrears.bearsFrom()), rule.row());
    }

    /** None, for the law grants it against professionals only. */
    void notGranted(String by) {
        propose(by, null, Reason.of("late.fee_none.not_granted", arrears.invoice()), rule.row());
    }

    /** None yet, for every late day is disputed. */
    void disputed(String by) {
        propose(by, null, Reason.of("late.fee_none.disputed", arrears.invoice()));
    }
}
