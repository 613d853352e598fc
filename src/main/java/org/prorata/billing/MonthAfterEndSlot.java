package org.prorata.billing;

import java.math.BigDecimal;
import org.prorata.calendar.Period;
import org.prorata.contract.ChargeReason;
import org.prorata.contract.Item;
import org.prorata.decision.Reason;
import org.prorata.money.Amounts;
import org.prorata.policy.choice.AfterEndMethod;

/** A month begun after the contract's end, used on or kept running for the exit phase. */
public final class MonthAfterEndSlot extends ChargeSlot {

    private final BigDecimal price;
    private final AfterEndRule rule;

    MonthAfterEndSlot(Item item, BigDecimal price, Period month, ChargeReason reason, AfterEndRule rule, int digits) {
        super(item, month, month, month.from(), reason, digits);
        this.price = price;
        this.rule = rule;
    }

    /** What use or run-on after the end costs. */
    public AfterEndMethod getMethod() {
        return rule.method();
    }

    /** The price of a month, at the level of the subscription that ended. */
    public void wholeMonth(String by) {
        BigDecimal total = price.multiply(item().quantity());
        line(by, item().quantity(), Amounts.share(total, 1, item().per().months(), digits()), rule.row(),
                "charge.month_after_end", item().quantity(), price, item().per().months());
    }

    /** The terms ask for nothing. */
    public void nothing(String by) {
        propose(by, Line.NONE, Reason.of("charge.nothing_after_end", covered().from(), covered().to()), rule.row());
    }
}
