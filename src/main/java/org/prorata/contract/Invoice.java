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
 * @param supply   what it is for, and what collecting it has cost
 */
public record Invoice(
        String id,
        LocalDate issued,
        LocalDate due,
        BigDecimal amount,
        Dispute disputed,
        List<Payment> payments,
        List<Claimed> claimed,
        Supply supply) {

    public Invoice {
        payments = List.copyOf(payments);
        claimed = List.copyOf(claimed);
    }

    /** An invoice of which nothing is said about what it is for. */
    public Invoice(
            String id,
            LocalDate issued,
            LocalDate due,
            BigDecimal amount,
            Dispute disputed,
            List<Payment> payments,
            List<Claimed> claimed) {
        this(id, issued, due, amount, disputed, payments, claimed, Supply.UNSAID);
    }

    /** The same invoice with other payments and claims. */
    public Invoice with(List<Payment> paid, List<Claimed> claims) {
        return new Invoice(id, issued, due, amount, disputed, paid, claims, supply);
    }

    /** The first day of the performance: the day of issue unless another is known. */
    public LocalDate performed() {
        return supply.first() == null ? issued : supply.first();
    }

    /** The last day of the performance: the day of issue unless another is known. */
    public LocalDate completed() {
        return supply.last() == null ? issued : supply.last();
    }

    /**
     * What an invoice is for, and what collecting it has cost.
     *
     * @param first    first day of the performance, null: not said
     * @param last     its last day, the first one where only one day is said
     * @param periodic whether it covers several deliveries or services of a period
     * @param costs    costs of recovery that were proved, each with its day
     */
    public record Supply(LocalDate first, LocalDate last, boolean periodic, List<Cost> costs) {

        public static final Supply UNSAID = new Supply(null, null, false, List.of());

        public Supply {
            costs = List.copyOf(costs);
        }
    }

    /** A cost of recovery, proved on a day. */
    public record Cost(LocalDate on, BigDecimal amount) {}

    /** A dispute, both days included; {@code to} null: still open. */
    public record Dispute(LocalDate from, LocalDate to) {

        public boolean covers(LocalDate day) {
            return !day.isBefore(from) && (to == null || !day.isAfter(to));
        }
    }

    /** Money received for this invoice on a day. */
    public record Payment(LocalDate on, BigDecimal amount) {}

    /** Interest or fee claimed by an earlier debit note. */
    public record Claimed(Kind kind, BigDecimal amount, LocalDate on) {

        /** What was claimed. */
        public enum Kind {
            INTEREST,
            FEE
        }
    }
}
