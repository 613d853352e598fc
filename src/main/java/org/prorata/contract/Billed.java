package org.prorata.contract;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A line that was invoiced already. The amount is positive; the reason says whether it was charged or credited.
 *
 * @param withdrawn the day on which its whole invoice was credited and nothing billed in its place, or null: it is then not billed
 *                  again, and nothing of it is given back
 * @param booking   the document that it stands on and its tax, or null when nothing of it is known
 */
public record Billed(
        String item,
        LocalDate from,
        LocalDate to,
        BigDecimal amount,
        ChargeReason reason,
        LocalDate on,
        LocalDate withdrawn,
        Invoiced booking) {

    public Billed(String item, LocalDate from, LocalDate to, BigDecimal amount, ChargeReason reason, LocalDate on) {
        this(item, from, to, amount, reason, on, null, null);
    }

    /** The document that it stands on, or null. */
    public String invoice() {
        return booking == null ? null : booking.invoice();
    }

    /** Whether it only counts as billed and stands on no document. */
    public boolean nowhere() {
        return booking == Invoiced.NOWHERE;
    }
}
