package org.prorata.subject.late;

import java.time.LocalDate;
import org.prorata.decision.Reason;
import org.prorata.decision.Settlement;
import org.prorata.decision.Slot;
import org.prorata.decision.policy.choice.DisputeEffect;

/** Whether the days of a dispute bear interest after all. */
public final class DisputeSlot extends Slot<Boolean> {

    private final Arrears arrears;
    private final InterestRule rule;

    DisputeSlot(Arrears arrears, InterestRule rule) {
        this.arrears = arrears;
        this.rule = rule;
    }

    @Override
    public String about() {
        return "the days of the dispute over the invoice " + arrears.invoice();
    }

    /** What the table lets a dispute do. */
    public DisputeEffect getEffect() {
        return rule.dispute();
    }

    /** The last day of the dispute, or null: it is still open. */
    public LocalDate getLastDay() {
        return arrears.debt().invoice().disputed().to();
    }

    /** The day of the computation. */
    public LocalDate getDayAsked() {
        return arrears.debt().on();
    }

    /** They bear none. */
    public void bearsNone(String by) {
        propose(by, false, Reason.of("late.dispute.none", arrears.invoice()), rule.row());
    }

    /** They do. */
    public void resumes(String by) {
        propose(by, true, Reason.of("late.dispute.resumes", arrears.invoice(), getLastDay()), rule.row());
    }

    void settle() {
        if (Settlement.one(this).stands().value()) {
            arrears.resume();
        }
    }
}
