package org.prorata.subject.billing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.prorata.contract.ChargeReason;
import org.prorata.contract.Item;
import org.prorata.decision.TableRow;
import org.prorata.values.Amounts;
import org.prorata.values.Period;

/** What was used of an item in one billing period, measured. */
public final class UsageSlot extends ChargeSlot {

    private final List<Used> used;
    private final TableRow row;

    UsageSlot(
            Item item,
            Period nominal,
            Period covered,
            LocalDate on,
            ChargeReason reason,
            List<Used> used,
            TableRow row,
            int digits) {
        super(item, nominal, covered, on, reason, digits);
        this.used = List.copyOf(used);
        this.row = row;
    }

    /** A quantity that counts, at the price in force on its day. */
    record Used(BigDecimal quantity, BigDecimal price) {}

    /** The price in force, when the whole period knew one price; else null. */
    BigDecimal singlePrice() {
        BigDecimal price = used.get(0).price();
        return used.stream().allMatch(u -> u.price().compareTo(price) == 0) ? price : null;
    }

    /** Every quantity at the price of its day, rounded once. */
    public void measured(String by) {
        BigDecimal quantity = BigDecimal.ZERO;
        BigDecimal amount = BigDecimal.ZERO;
        for (Used one : used) {
            quantity = quantity.add(one.quantity());
            amount = amount.add(one.quantity().multiply(one.price()));
        }
        BigDecimal price = singlePrice();
        if (price == null) {
            line(by, quantity, Amounts.round(amount, digits()), row, "charge.measured_prices", quantity, used.size());
        } else {
            line(by, quantity, Amounts.round(amount, digits()), row, "charge.measured", quantity, price);
        }
    }
}
