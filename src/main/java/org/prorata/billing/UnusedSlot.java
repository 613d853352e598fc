package org.prorata.billing;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.prorata.calendar.Period;
import org.prorata.contract.Ask;
import org.prorata.contract.ChargeReason;
import org.prorata.course.Course;
import org.prorata.decision.Finding;
import org.prorata.decision.FindingSlot;
import org.prorata.decision.Reason;
import org.prorata.decision.TableRow;
import org.prorata.money.Amounts;
import org.prorata.policy.choice.SwitchPaid;

/** What is left of a period that was invoiced: whether it is given back, and what it is worth. */
public abstract class UnusedSlot extends ChargeSlot {

    private final PeriodSlot charged;
    private final TableRow row;
    private final Course.End end;

    /**
     * @param first the first day that is not used, on one of the days charged
     * @param on    the day on which it would be given back
     * @param row   the row that says whether it is
     * @param end   the end of the contract after which it is not used, or null
     */
    UnusedSlot(PeriodSlot charged, LocalDate first, LocalDate on, TableRow row, Course.End end) {
        super(charged.item(), charged.nominal(), new Period(first, charged.covered().to()), on, ChargeReason.UNUSED,
                charged.digits());
        this.charged = charged;
        this.row = row;
        this.end = end;
    }

    /** The period that was charged. */
    PeriodSlot charged() {
        return charged;
    }

    /** What was charged, of which nothing was used. */
    public final void asCharged(String by) {
        line(by, item().quantity(), charged.chargedWhole(), row, "credit.as_charged", covered().from(), covered().to());
    }

    /** The price of the nominal period by its unused days. */
    public final void byDays(String by) {
        line(by, item().quantity(), worth(), row, "credit.unused", item().quantity(), charged.price(), charged.periodMonths(),
                charged.priceMonths(), covered().days(), nominal().days());
    }

    /** What our reading of the law on switching makes of days paid and not used, or null: the contract alone decides. */
    public SwitchPaid getDaysPaidByLaw() {
        return end == null || end.law() == null ? null : end.law().daysPaid();
    }

    /** The last day for giving it back to a client that left as nobody told it of the renewal, or null: no law asks for that. */
    public LocalDate getRefundBy() {
        return end == null ? null : end.refundBy();
    }

    private BigDecimal worth() {
        return worth(covered().days());
    }

    /** What so many unused days are worth. */
    BigDecimal worth(int days) {
        return Amounts.shareOfShare(charged.price().multiply(item().quantity()), charged.periodMonths(), charged.priceMonths(),
                days, nominal().days(), digits());
    }

    /** What who switches has paid for goes back by the day. */
    public final void refundedOnSwitching(String by) {
        proposeOver(by, new Line(item().quantity(), worth()), Reason.of("credit.on_switching", worth(), covered().from(), covered().to()),
                end.law().row());
    }

    /** What a client that was not told of the renewal has paid for goes back by the day. */
    public final void refundedAsUntold(String by) {
        proposeOver(by, new Line(item().quantity(), worth()), Reason.of("credit.renewal_not_announced", worth(), covered().from(), covered().to(),
                getRefundBy()), end.untold().row());
    }

    /** What was invoiced stays invoiced. */
    public final void kept(String by) {
        propose(by, Line.NONE, staysInvoiced(), row);
    }

    private Reason staysInvoiced() {
        return Reason.of("finding.nothing_given_back", item().id(), covered().from(), covered().to());
    }

    /** The finding that its days stay invoiced, for the bill of the day on which they would be given back. */
    FindingSlot finding(Ask.Bill window) {
        return FindingSlot.possible(Finding.NOTHING_GIVEN_BACK, staysInvoiced(), row).item(item().id()).on(on())
                .within(window.from(), window.to());
    }
}
