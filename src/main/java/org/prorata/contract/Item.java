package org.prorata.contract;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;

/**
 * Something the client pays for.
 *
 * @param price  price of one unit for {@code per}, excluding tax
 * @param to     last day, or null: open
 * @param vatPct rate that replaces the table's, or null
 * @param plan   plan that terms sell to some clients only, or null
 */
public record Item(
        String id,
        Kind kind,
        BigDecimal quantity,
        BigDecimal price,
        Per per,
        LocalDate from,
        LocalDate to,
        BigDecimal vatPct,
        Edition plan) {

    /** What an item is: time of a subscription or option, measured use, or a service rendered once. */
    public enum Kind {
        SUBSCRIPTION,
        OPTION,
        USAGE,
        SERVICE
    }

    /** What a price is for. Zero months: not for a length of time. */
    public enum Per {
        MONTH(1),
        QUARTER(3),
        HALF_YEAR(6),
        YEAR(12),
        UNIT(0),
        HOUR(0);

        private final int months;

        Per(int months) {
            this.months = months;
        }

        public int months() {
            return months;
        }
    }

    /** A plan that terms name. */
    public enum Edition {
        MASTER
    }

    /** An item of no plan that terms sell to some clients only. */
    public Item(
            String id,
            Kind kind,
            BigDecimal quantity,
            BigDecimal price,
            Per per,
            LocalDate from,
            LocalDate to,
            BigDecimal vatPct) {
        this(id, kind, quantity, price, per, from, to, vatPct, null);
    }

    public Item {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(from, "from");
        if (to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("item " + id + " ends before it starts");
        }
        if (quantity.signum() < 0) {
            throw new IllegalArgumentException("item " + id + " has a negative quantity");
        }
    }

    /** Whether the item is charged by periods of time. */
    public boolean recurring() {
        return kind == Kind.SUBSCRIPTION || kind == Kind.OPTION;
    }
}
