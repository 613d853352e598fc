package org.prorata.billing;

import java.math.BigDecimal;
import org.prorata.calendar.Period;
import org.prorata.contract.ChargeReason;
import org.prorata.contract.Item;
import org.prorata.money.Amounts;

/** A service that is rendered and charged once, on its first day. */
public final class OnceSlot extends ChargeSlot {

    private final HoursRule hours;

    /** @param hours how hours count, null for a price per unit */
    OnceSlot(Item item, HoursRule hours, int digits) {
        super(item, period(item), period(item), item.from(), ChargeReason.SERVICE, digits);
        this.hours = hours;
    }

    private static Period period(Item item) {
        return new Period(item.from(), item.to() == null ? item.from() : item.to());
    }

    /** Whether the price is for an hour. */
    public boolean isHourly() {
        return hours != null;
    }

    /** Quantity times price. */
    public void perUnit(String by) {
        charge(by, item().quantity());
    }

    /** Hours as the terms count them, times price. */
    public void perHour(String by) {
        BigDecimal billed = hours.billed(item().quantity());
        line(by, billed, Amounts.round(item().price().multiply(billed), digits()), hours.row(),
                "charge.hours", item().quantity(), billed, item().price());
    }

    private void charge(String by, BigDecimal quantity) {
        line(by, quantity, Amounts.round(item().price().multiply(quantity), digits()), null,
                "charge.whole", quantity, item().price());
    }
}
