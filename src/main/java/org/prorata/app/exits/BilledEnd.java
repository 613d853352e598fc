package org.prorata.app.exits;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.prorata.decision.Because;
import org.prorata.decision.Becauses;
import org.prorata.decision.Decision;
import org.prorata.decision.Finding;
import org.prorata.decision.Reason;

/** Puts what the bills to come make of an end in the place of what terms and facts alone make due for it. */
final class BilledEnd {

    private final EndBill bill;
    private final Costs costs;
    private final LocalDate end;

    BilledEnd(EndBill bill, Costs costs, LocalDate end) {
        this.bill = bill;
        this.costs = costs;
        this.end = end;
    }

    /** The decisions on an end with fees left, refund and run-on as they will be billed. */
    List<Decision> over(List<Decision> decisions) {
        List<Decision> all = new ArrayList<>();
        for (Decision decision : decisions) {
            if (about(decision, Finding.NO_FEES_LEFT) || decision instanceof Decision.RemainingFees) {
                all.add(left(decision));
            } else if (about(decision, Finding.NO_REFUND) || decision instanceof Decision.Refund) {
                all.add(refund(decision));
            } else if (decision instanceof Decision.RunOn phase && phase.until() != null) {
                all.add(new Decision.RunOn(
                        phase.until(),
                        costs.runOnFees(),
                        bill.runOn().isEmpty()
                                ? phase.because()
                                : lines(
                                        List.of(phase.because()),
                                        bill.runOn(),
                                        Reason.of("fees.run_on_billed", costs.runOnFees()))));
            } else {
                all.add(decision);
            }
        }
        return all;
    }

    private static boolean about(Decision decision, Finding finding) {
        return decision instanceof Decision.NothingDue nothing
                && nothing.about().equals(finding.code());
    }

    private Decision left(Decision before) {
        if (!bill.left().isEmpty()) {
            return new Decision.RemainingFees(
                    costs.remainingFees(),
                    bill.left().stream()
                            .map(Decision.Charge::from)
                            .min(LocalDate::compareTo)
                            .orElseThrow(),
                    bill.left().stream()
                            .map(Decision.Charge::to)
                            .max(LocalDate::compareTo)
                            .orElseThrow(),
                    lines(List.of(), bill.left(), Reason.of("fees.left", costs.remainingFees(), end)));
        }
        return before instanceof Decision.RemainingFees fees
                ? nothing(Finding.NO_FEES_LEFT, fees.because(), Reason.of("fees.left_billed", fees.amount(), end))
                : before;
    }

    private Decision refund(Decision before) {
        if (costs.refund().signum() > 0) {
            return new Decision.Refund(
                    costs.refund(), lines(List.of(), bill.back(), Reason.of("fees.refund", costs.refund(), end)));
        }
        return before instanceof Decision.Refund refund
                ? nothing(
                        Finding.NO_REFUND, refund.because(), Reason.of("fees.refund_none_billed", refund.amount(), end))
                : before;
    }

    private static Decision nothing(Finding finding, Because because, Reason why) {
        return new Decision.NothingDue(finding.code(), null, null, Becauses.with(because, why));
    }

    private static Because lines(List<Because> first, List<? extends Decision> lines, Reason total) {
        List<Because> all = new ArrayList<>(first);
        lines.forEach(line -> all.add(line.because()));
        return Becauses.with(Becauses.joined(all), total);
    }
}
