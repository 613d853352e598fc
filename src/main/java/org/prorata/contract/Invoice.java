package org.prorata.contract;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * An invoice that was issued.
 *
 * @param due      the day stated on it, or null: it follows from the terms
 * @param amount   tax included
 * @param disputed null when it is not
 * @param claimed  what earlier debit notes claimed for its lateness
 */
public record Invoice(String id, LocalDate issued, LocalDate due, BigDecimal amount, Dispute disputed,
                      List<Payment> payments, List<Claimed> claimed) {

    public Invoice {
        payments = List.copyOf(payments);
        claimed = List.copyOf(claimed);
    }

    /** A dispute, both days included; {@code to} null: still open. */
    public record Dispute(LocalDate from, LocalDate to) {

        public boolean covers(LocalDate day) {
            return !day.isBefore(from) && (to == null || !day.isAfter(to));
        }
    }

    /** Money received for this invoice on a day. */
    public record Payment(LocalDate on, BigDecimal amount) {
    }

    /** Interest or fee claimed by an earlier debit note. */
    public record Claimed(Kind kind, BigDecimal amount, LocalDate on) {

        /** What was claimed. */
        public enum Kind { INTEREST, FEE }
    }
}
