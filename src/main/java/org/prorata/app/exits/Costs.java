package org.prorata.app.exits;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What leaving changes for the client, excluding tax, and beside it what no total holds.
 *
 * @param remainingFees for the time after the end, as far as they are not billed
 * @param runOnFees     of the months after the end that have begun, or begin by the acceptance of the exit services
 * @param runOnByMonth  what each further month costs while nobody knows when the services will be accepted, else null
 * @param runOnNext     the first day of the next of those months, else null
 * @param exitServices  the client's part
 * @param refund        what goes back of what is billed
 * @param paidNotUsed   billed for days after the end and not given back
 * @param untilEnd      what is still to be billed for the days up to the end, and beside the end
 */
public record Costs(
        BigDecimal remainingFees,
        BigDecimal runOnFees,
        BigDecimal runOnByMonth,
        LocalDate runOnNext,
        BigDecimal exitServices,
        BigDecimal refund,
        BigDecimal paidNotUsed,
        BigDecimal untilEnd) {

    /** To pay for leaving, as far as it is known: below zero when more goes back than is left to pay. */
    public BigDecimal total() {
        return remainingFees.add(runOnFees).add(exitServices).subtract(refund);
    }

    /** Whether the total is known: not while the contract runs on for an exit phase that nobody can date. */
    public boolean known() {
        return runOnByMonth == null;
    }

    /** What is owed beyond the days used, what was paid for days that are lost included; as far as it is known. */
    BigDecimal beyondUse() {
        return remainingFees.add(runOnFees).add(exitServices).add(paidNotUsed);
    }
}
