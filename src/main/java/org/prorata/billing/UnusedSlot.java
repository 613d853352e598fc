package org.prorata.billing;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.prorata.calendar.Period;
import org.prorata.contract.Ask;
import org.prorata.contract.ChargeReason;
import org.prorata.decision.Finding;
import org.prorata.decision.FindingSlot;
import org.prorata.decision.Reason;
import org.prorata.decision.TableRow;
import org.prorata.money.Amounts;

/** What is left of a period that was invoiced: whether it is given back, and what it is worth. */
public abstract class UnusedSlot extends ChargeSlot {

    private final PeriodSlot charged;
    private final TableRow row;

    /**
     * @param first the first day that is not used, on one of the days charged
     * @param on    the day on which it would be given back
     * @param row   the row that says whether it is
     */
    UnusedSlot(PeriodSlot charged, LocalDate first, LocalDate on, TableRow row) {
        super(charged.item(), charged.nominal(), new Period(first, charged.covered().to()), on, ChargeReason.UNUSED,
                charged.digits());
        this.charged = charged;
        this.row = row;
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
        BigDecimal total = charged.price().multiply(item().quantity());
        line(by, item().quantity(), Amounts.shareOfShare(total, charged.periodMonths(), charged.priceMonths(), covered().days(),
                nominal().days(), digits()), row, "credit.unused", item().quantity(), charged.price(), charged.periodMonths(),
                charged.priceMonths(), covered().days(), nominal().days());
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
