package org.prorata.subject.deadlines;

import java.time.LocalDate;
import org.prorata.decision.Becauses;
import org.prorata.decision.Decision;
import org.prorata.decision.Finding;
import org.prorata.decision.Reason;
import org.prorata.decision.Settlement;
import org.prorata.decision.Slot;
import org.prorata.subject.exit.ServiceRule;
import org.prorata.subject.terms.SwitchLimits;

/** The last day for asking for an exit service before an end. */
public final class RequestDaySlot extends Slot<LocalDate> {

    private final ServiceRule rule;
    private final LocalDate end;
    private final SwitchLimits law;
    private final LocalDate latestDay;
    private final LocalDate lawfulLatestDay;

    /** @param law the longest notice that the law allows, or null: it sets none for that day */
    RequestDaySlot(ServiceRule rule, LocalDate end, SwitchLimits law) {
        this.rule = rule;
        this.end = end;
        this.law = law;
        this.latestDay = rule.latest(end);
        this.lawfulLatestDay = law == null ? null : law.notice(end);
    }

    @Override
    public String about() {
        return "the last day for asking for " + rule.service();
    }

    /** The last day for a request by the contract. */
    public LocalDate getLatestDay() {
        return latestDay;
    }

    /** The last day for a request by the longest notice that the law allows, or null. */
    public LocalDate getLawfulLatestDay() {
        return lawfulLatestDay;
    }

    /** The notice period of the contract. */
    public void byNotice(String by) {
        propose(by, latestDay, Reason.of("dates.reversibility", rule.service(), end), rule.row());
    }

    /** The longest notice that the law allows. */
    public void byLaw(String by) {
        propose(
                by,
                lawfulLatestDay,
                Reason.of("dates.reversibility_law", law.noticeMonths(), rule.service(), end),
                law.row());
    }

    Decision.Deadline deadline() {
        Settlement.Settled<LocalDate> settled = Settlement.one(this);
        return new Decision.Deadline(
                Finding.REVERSIBILITY_REQUEST.code() + "_" + rule.service(),
                settled.stands().value(),
                Becauses.of(settled));
    }
}
