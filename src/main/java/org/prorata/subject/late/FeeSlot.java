package org.prorata.subject.late;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.prorata.contract.Invoice;
import org.prorata.decision.Alike;
import org.prorata.decision.Reason;
import org.prorata.decision.Slot;
import org.prorata.values.Amounts;

/** The fixed sum for recovery costs of one late invoice. A proposal of null says that none is due. */
final class FeeSlot extends Slot<BigDecimal> {

    private final Arrears arrears;
    private final FeeRule rule;
    private final LocalDate bearsFrom;
    private final boolean held;
    private final BigDecimal proved;
    private final int digits;

    /** @param rule null when every late day is disputed */
    FeeSlot(Arrears arrears, FeeRule rule, int digits) {
        this.arrears = arrears;
        this.rule = rule;
        this.bearsFrom = arrears.undisputedFrom();
        this.held = rule != null && rule.heldOn(bearsFrom);
        this.proved = rule == null || !rule.provedCosts() ? null : proved(arrears.debt());
        this.digits = digits;
    }

    private static BigDecimal proved(Debt debt) {
        BigDecimal sum = null;
        List<Invoice.Cost> costs = debt.invoice().supply().costs();
        for (int i = 0; i < costs.size(); i++) {
            if (!costs.get(i).on().isAfter(debt.on())) {
                sum = sum == null ? costs.get(i).amount() : sum.add(costs.get(i).amount());
            }
        }
        return sum;
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

    FeeRule rule() {
        return rule;
    }

    /** The first late day that is not disputed, on which the sum arises; null: there is none. */
    LocalDate getBearsFrom() {
        return bearsFrom;
    }

    /** The sum that the law fixes, zero where it grants none against this client; null where no law holds or none is asked. */
    BigDecimal getSum() {
        return held ? rule.amount() : null;
    }

    /** Whether the law grants a sum against this client. */
    boolean isGranted() {
        return held && rule.granted();
    }

    /** Costs of recovery proved by the day of the computation, or null: none count. */
    BigDecimal getProved() {
        return proved;
    }

    /** The first day of the law that fixes the sum, or null: none is asked. */
    LocalDate getLawSince() {
        return rule == null ? null : rule.since();
    }

    /** The judgment that opened insolvency proceedings, for a claim from before it; else null. */
    LocalDate getInsolventFrom() {
        return arrears.judgment() == null ? null : arrears.judgment().day();
    }

    /** Whether another slot compares alike, so that slots are told apart as the rules tell them. */
    boolean alike(FeeSlot other) {
        return (getBearsFrom() == null) == (other.getBearsFrom() == null)
                && isGranted() == other.isGranted()
                && (getSum() == null) == (other.getSum() == null)
                && insolventByThen() == other.insolventByThen()
                && provedMore() == other.provedMore();
    }

    private boolean insolventByThen() {
        return getInsolventFrom() != null
                && getBearsFrom() != null
                && !getInsolventFrom().isAfter(getBearsFrom());
    }

    private boolean provedMore() {
        return proved != null && getSum() != null && proved.compareTo(getSum()) > 0;
    }

    /** The sum, once for the invoice. */
    void once(String by) {
        BigDecimal amount = Amounts.round(rule.amount(), digits);
        propose(by, amount, Reason.of("late.fee", arrears.invoice(), amount, getBearsFrom()), rule.row());
    }

    /** The costs that were proved, which are more than the sum. */
    void asProved(String by) {
        BigDecimal amount = Amounts.round(proved, digits);
        propose(
                by,
                amount,
                Reason.of("late.fee.proved", arrears.invoice(), amount, Amounts.round(rule.amount(), digits)),
                rule.row());
    }

    /** None, for the law did not grant it yet. */
    void beforeLaw(String by) {
        propose(
                by,
                null,
                Reason.of("late.fee_none.before_law", arrears.invoice(), getBearsFrom(), rule.since()),
                rule.row());
    }

    /** None, for the client is insolvent, whatever the law grants otherwise. */
    void insolvent(String by) {
        proposeOver(by, null, Reason.of("late.fee_none.insolvent", arrears.invoice(), getBearsFrom()), rule.row());
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
