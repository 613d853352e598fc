package org.prorata.billing;

import java.math.BigDecimal;
import org.prorata.calendar.Period;
import org.prorata.contract.ChargeReason;
import org.prorata.contract.Item;
import org.prorata.decision.TableRow;
import org.prorata.money.Amounts;

/** A month begun after the contract's end, used on or kept running for the exit phase. */
public final class MonthAfterEndSlot extends ChargeSlot {

    private final BigDecimal price;
    private final TableRow row;

    MonthAfterEndSlot(Item item, BigDecimal price, Period month, ChargeReason reason, TableRow row, int digits) {
        super(item, month, month, month.from(), reason, digits);
        this.price = price;
        this.row = row;
    }

    /** The price of a month, at the level of the subscription that ended. */
    public void wholeMonth(String by) {
        BigDecimal total = price.multiply(item().quantity());
        line(by, item().quantity(), Amounts.share(total, 1, item().per().months(), digits()), row,
                "charge.month_after_end", item().quantity(), price, item().per().months());
    }
}
