package org.prorata.subject.billing;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.prorata.decision.Alike;
import org.prorata.decision.Reason;
import org.prorata.decision.Slot;
import org.prorata.values.Amounts;

/** The tax of one invoicing day in one category at one rate, on the sum of its lines. */
final class TaxSlot extends Slot<BigDecimal> {

    private final LocalDate on;
    private final TaxRule rule;
    private final int digits;
    private BigDecimal base = BigDecimal.ZERO;

    TaxSlot(LocalDate on, TaxRule rule, int digits) {
        this.on = on;
        this.rule = rule;
        this.digits = digits;
    }

    @Override
    public Alike<?> group() {
        return new TaxSlots(this);
    }

    @Override
    public String about() {
        return "the tax of " + on + " in category " + rule.category();
    }

    void add(BigDecimal amount) {
        base = base.add(amount);
    }

    LocalDate on() {
        return on;
    }

    TaxRule rule() {
        return rule;
    }

    BigDecimal base() {
        return base;
    }

    /** Whether the item itself states the rate. */
    boolean isStatedByItem() {
        return rule.row() == null && !rule.ofCorrected();
    }

    /** Whether only the lines that are corrected have the rate, and none of the day's own. */
    boolean isOfCorrected() {
        return rule.ofCorrected();
    }

    /** Base times rate, rounded once. */
    void onSum(String by) {
        BigDecimal tax = Amounts.round(base.multiply(rule.ratePct()).movePointLeft(2), digits);
        Reason why = Reason.of("tax.sum", tax, base, rule.ratePct(), rule.category());
        if (rule.row() == null) {
            propose(by, tax, why);
        } else {
            propose(by, tax, why, rule.row());
        }
    }
}
