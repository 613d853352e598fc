package org.prorata.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a run took as invoiced before, of contracts that it met for the first time.
 *
 * @param before    the first day that is billed, or null when nothing was taken so
 * @param contracts how many contracts
 * @param sums      what they come to, by currency
 * @param first     the first contracts; none where no run had billed before, as all are then met for the first time
 */
public record TakenAsInvoiced(
        @Nullable LocalDate before, long contracts, Map<String, BigDecimal> sums, List<TakenContract> first) {

    /** What of a contract counts as invoiced before: its days, and what they come to. */
    public record TakenContract(String id, LocalDate from, LocalDate to, BigDecimal net, String currency) {}
}
