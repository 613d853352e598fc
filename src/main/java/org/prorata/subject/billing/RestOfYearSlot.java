package org.prorata.subject.billing;

import java.math.BigDecimal;
import org.prorata.contract.ChargeReason;
import org.prorata.contract.Item;
import org.prorata.decision.Reason;
import org.prorata.decision.TableRow;
import org.prorata.decision.policy.choice.SwitchFees;
import org.prorata.subject.course.ContractState;
import org.prorata.subject.terms.Switching;
import org.prorata.values.Amounts;
import org.prorata.values.Anchors;
import org.prorata.values.Period;

/** The parts of the running year that are not invoiced when a contract ends, due at once. */
public final class RestOfYearSlot extends ChargeSlot {

    private final BigDecimal price;
    private final Anchors anchors;
    private final TableRow row;
    private final Switching law;

    /**
     * @param anchors invoicing days; the rest begins on one of them
     * @param rest    days from there to the end of the year, or of the item
     * @param end     the end after which they fall due
     */
    RestOfYearSlot(Item item, BigDecimal price, Anchors anchors, Period rest, ContractState.End end, int digits) {
        super(item, rest, rest, end.dueAfter(), ChargeReason.REMAINING, digits);
        this.price = price;
        this.anchors = anchors;
        this.row = end.rule().row();
        this.law = end.law();
    }

    /** What our reading of the law on switching makes of the fees left, or null: the contract alone decides. */
    public SwitchFees getFeesLeftByLaw() {
        return law == null ? null : law.feesLeft();
    }

    /** Nothing, the law on switching setting the contract aside. */
    public void notDue(String by) {
        proposeOver(
                by,
                Line.NONE,
                Reason.of("charge.rest_not_due", covered().from(), covered().to()),
                law.row());
    }

    /** The sum of the parts, each as it would have been invoiced; a part not covered whole by its days. */
    public void rest(String by) {
        BigDecimal total = price.multiply(item().quantity());
        int first = anchors.indexOf(covered().from());
        BigDecimal sum = BigDecimal.ZERO;
        int parts = 0;
        int days = 0;
        for (int k = first; !anchors.at(k).isAfter(covered().to()); k++) {
            Period nominal = anchors.period(k);
            if (nominal.to().isAfter(covered().to())) {
                days = new Period(nominal.from(), covered().to()).days();
                sum = sum.add(Amounts.shareOfShare(
                        total, anchors.months(), item().per().months(), days, nominal.days(), digits()));
            } else {
                parts++;
                sum = sum.add(PeriodSlot.wholePrice(item(), total, anchors.months(), k, digits()));
            }
        }
        if (days == 0) {
            line(
                    by,
                    item().quantity(),
                    sum,
                    row,
                    "charge.rest_of_year",
                    parts,
                    item().quantity(),
                    price,
                    anchors.months(),
                    item().per().months());
        } else {
            line(
                    by,
                    item().quantity(),
                    sum,
                    row,
                    "charge.rest_of_year_days",
                    parts,
                    item().quantity(),
                    price,
                    anchors.months(),
                    item().per().months(),
                    days);
        }
    }
}
