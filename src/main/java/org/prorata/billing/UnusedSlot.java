package org.prorata.billing;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.prorata.calendar.Period;
import org.prorata.contract.ChargeReason;
import org.prorata.decision.TableRow;
import org.prorata.money.Amounts;

/** The unused part of a period that was invoiced in advance, to be credited. */
public final class UnusedSlot extends ChargeSlot {

    private final PeriodSlot charged;
    private final BigDecimal price;
    private final int periodMonths;
    private final TableRow granted;

    UnusedSlot(PeriodSlot charged, BigDecimal price, int periodMonths, Period unused, LocalDate on, TableRow granted) {
        super(charged.item(), charged.nominal(), unused, on, ChargeReason.UNUSED, charged.digits());
        this.charged = charged;
        this.price = price;
        this.periodMonths = periodMonths;
        this.granted = granted;
    }

    /** The period that was charged. */
    PeriodSlot charged() {
        return charged;
    }

    /** Whether nothing of the charged period was used. */
    public boolean isWhole() {
        return covered().equals(charged.covered()) && charged.isWhole();
    }

    /** What was charged, of which nothing was used. */
    public void asCharged(String by) {
        line(by, item().quantity(), charged.chargedWhole(), granted, "credit.as_charged", covered().from(), covered().to());
    }

    /** The price of the nominal period by its unused days. */
    public void byDays(String by) {
        BigDecimal total = price.multiply(item().quantity());
        line(by, item().quantity(), Amounts.shareOfShare(total, periodMonths, item().per().months(), covered().days(),
                nominal().days(), digits()), granted, "credit.unused", item().quantity(), price, periodMonths,
                item().per().months(), covered().days(), nominal().days());
    }
}
