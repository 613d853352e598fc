package org.prorata.late;

import java.math.BigDecimal;
import org.prorata.decision.Alike;
import org.prorata.decision.Reason;
import org.prorata.decision.Slot;
import org.prorata.money.Amounts;

/** The fixed sum for recovery costs of one late invoice. A proposal of null says that none is due. */
final class FeeSlot extends Slot<BigDecimal> {

    private final Arrears arrears;
    private final FeeRule rule;
    private final boolean insolvent;
    private final int digits;

    /** @param rule null when every late day is disputed */
    FeeSlot(Arrears arrears, FeeRule rule, boolean insolvent, int digits) {
        this.arrears = arrears;
        this.rule = rule;
        this.insolvent = insolvent;
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

    /** Whether some late day is not disputed. */
    boolean isArising() {
        return rule != null;
    }

    /** Whether the law grants a sum against this client. */
    boolean isGranted() {
        return rule != null && rule.amount().signum() > 0;
    }

    /** Whether proceedings forbid the client to pay on the day on which the sum would arise. */
    boolean isInsolvent() {
        return insolvent;
    }

    /** The sum, once for the invoice. */
    void once(String by) {
        BigDecimal amount = Amounts.round(rule.amount(), digits);
        propose(by, amount, Reason.of("late.fee", arrears.invoice(), amount, arrears.bearsFrom()), rule.row());
    }

    /** None, for the client is insolvent. */
    void insolvent(String by) {
        propose(by, null, Reason.of("late.fee_none.insolvent", arrears.invoice(), arrears.bearsFrom()), rule.row());
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
