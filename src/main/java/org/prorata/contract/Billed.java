package org.prorata.contract;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A line that was invoiced already. The amount is positive; the reason says whether it was charged or credited.
 *
 * @param withdrawn the day on which its whole invoice was credited and nothing billed in its place, or null: it is then not billed
 *                  again, and nothing of it is given back
 */
public record Billed(String item, LocalDate from, LocalDate to, BigDecimal amount, ChargeReason reason, LocalDate on,
                     LocalDate withdrawn) {

    public Billed(String item, LocalDate from, LocalDate to, BigDecimal amount, ChargeReason reason, LocalDate on) {
        this(item, from, to, amount, reason, on, null);
    }
}
