package org.prorata.scenario;

import java.math.BigDecimal;
import java.util.List;
import org.prorata.decision.Decision;

/**
 * What leaving costs the client, excluding tax; the refund lowers the total.
 *
 * @param runOnFees    of the months begun until the exit services were accepted
 * @param lateInterest on invoices open on the day of the notice, as {@code recoveryFees}
 */
public record Costs(BigDecimal remainingFees, BigDecimal runOnFees, BigDecimal exitServices, BigDecimal lateInterest, BigDecimal recoveryFees,
                    BigDecimal refund) {

    static Costs of(List<Decision> decisions, int digits) {
        BigDecimal none = BigDecimal.ZERO.setScale(digits);
        BigDecimal remaining = none;
        BigDecimal runOn = none;
        BigDecimal services = none;
        BigDecimal interest = none;
        BigDecimal fees = none;
        BigDecimal refund = none;
        for (Decision decision : decisions) {
            if (decision instanceof Decision.RemainingFees left) {
                remaining = remaining.add(left.amount());
            } else if (decision instanceof Decision.RunOn phase && phase.amount() != null) {
                runOn = runOn.add(phase.amount());
            } else if (decision instanceof Decision.ReversibilityCost cost) {
                services = services.add(cost.clientAmount());
            } else if (decision instanceof Decision.LateInterest late) {
                interest = interest.add(late.toClaim());
            } else if (decision instanceof Decision.RecoveryFee fee) {
                fees = fees.add(fee.toClaim());
            } else if (decision instanceof Decision.Refund back) {
                refund = refund.add(back.amount());
            }
        }
        return new Costs(remaining, runOn, services, interest, fees, refund);
    }

    public BigDecimal total() {
        return ofLeaving().add(lateInterest).add(recoveryFees).subtract(refund);
    }

    /** What the end itself makes due, without what is owed for open invoices anyway. */
    BigDecimal ofLeaving() {
        return remainingFees.add(runOnFees).add(exitServices);
    }
}
