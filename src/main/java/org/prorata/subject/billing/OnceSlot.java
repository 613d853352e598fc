package org.prorata.subject.billing;

import java.math.BigDecimal;
import org.prorata.contract.ChargeReason;
import org.prorata.contract.Item;
import org.prorata.values.Amounts;
import org.prorata.values.Period;

/** A service that is rendered and charged once, on its first day. */
public final class OnceSlot extends ChargeSlot {

    private final HoursRule rule;
    private final BigDecimal hours;

    /** @param rule how hours count, null for a price per unit */
    OnceSlot(Item item, HoursRule rule, int digits) {
        super(item, period(item), period(item), item.from(), ChargeReason.SERVICE, digits);
        this.rule = rule;
        this.hours = rule == null ? null : rule.counted(item.quantity());
    }

    private static Period period(Item item) {
        return new Period(item.from(), item.to() == null ? item.from() : item.to());
    }

    /** Whether the price is for an hour. */
    public boolean isHourly() {
        return rule != null;
    }

    /** The hours worked, rounded up as the terms count them; null for a price per unit. */
    public BigDecimal getHours() {
        return hours;
    }

    /** The least number of hours that the terms bill; null where they know none or nobody worked. */
    public BigDecimal getLeastHours() {
        return rule == null || hours.signum() == 0 ? null : rule.least();
    }

    /** Quantity times price. */
    public void perUnit(String by) {
        line(
                by,
                item().quantity(),
                Amounts.round(item().price().multiply(item().quantity()), digits()),
                null,
                "charge.whole",
                item().quantity(),
                item().price());
    }

    /** Hours as the terms count them, times price. */
    public void perHour(String by) {
        charge(by, hours);
    }

    /** The least number of hours, times price. */
    public void leastHours(String by) {
        charge(by, rule.least());
    }

    private void charge(String by, BigDecimal billed) {
        line(
                by,
                billed,
                Amounts.round(item().price().multiply(billed), digits()),
                rule.row(),
                "charge.hours",
                item().quantity(),
                billed,
                item().price());
    }
}
