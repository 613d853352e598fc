package org.prorata.subject.exit;

import java.time.LocalDate;
import org.prorata.contract.Event.DeletionAgreed;
import org.prorata.decision.Because;
import org.prorata.decision.Becauses;
import org.prorata.decision.Decision;
import org.prorata.decision.Finding;
import org.prorata.decision.Reason;
import org.prorata.decision.Settlement;
import org.prorata.decision.Slot;

/** The day on which the data are deleted after an end: as agreed, or as the terms say. Without a rule none is set. */
public final class DeletionSlot extends Slot<DeletionSlot.Day> {

    private final LocalDate end;
    private final DeletionAgreed agreed;
    private final MonthsRule rule;
    private boolean decided;

    /**
     * @param agreed what the parties agreed in writing, or null
     * @param rule   what the terms set, or null
     */
    DeletionSlot(LocalDate end, DeletionAgreed agreed, MonthsRule rule) {
        this.end = end;
        this.agreed = agreed;
        this.rule = rule;
    }

    /** A day and what it is called among the days ahead. */
    public record Day(Finding finding, LocalDate on) {}

    @Override
    public String about() {
        return "the deletion of the data";
    }

    /** The last covered day. */
    public LocalDate getEnd() {
        return end;
    }

    /** The day until which the data stay by a written agreement, or null. */
    public LocalDate getAgreedUntil() {
        return agreed == null ? null : agreed.until();
    }

    /** The day that the terms set for the deletion, or null. */
    public LocalDate getTermsDay() {
        return rule == null ? null : rule.after(end);
    }

    /** The data stay as agreed. */
    public void asAgreed(String by) {
        Reason why = Reason.of("data.deletion_agreed", agreed.on(), agreed.until());
        Day day = new Day(Finding.DATA_DELETION_AGREED, agreed.until());
        decided = true;
        if (rule == null) {
            propose(by, day, why);
        } else {
            propose(by, day, why, rule.row());
        }
    }

    /** The data go when the time after the end is over. */
    public void byTerms(String by) {
        decided = true;
        propose(
                by,
                new Day(Finding.DATA_DELETION, getTermsDay()),
                Reason.of("data.deletion", rule.months(), end),
                rule.row());
    }

    /** Whether a day is set. */
    public boolean decided() {
        return decided;
    }

    /** The deletion as a decision of its own. */
    Decision decision() {
        Settlement.Settled<Day> settled = Settlement.one(this);
        return new Decision.DataDeletion(settled.stands().value().on(), Becauses.of(settled));
    }

    /** The deletion among the days ahead. */
    public Decision.Deadline deadline() {
        Settlement.Settled<Day> settled = Settlement.one(this);
        Because because = Becauses.of(settled);
        return new Decision.Deadline(
                settled.stands().value().finding().code(),
                settled.stands().value().on(),
                because);
    }
}
