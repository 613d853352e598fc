package org.prorata.subject.exit;

import java.time.LocalDate;
import java.util.Map;
import org.prorata.decision.Becauses;
import org.prorata.decision.Decision;
import org.prorata.decision.Finding;
import org.prorata.decision.Reason;
import org.prorata.decision.Settlement;
import org.prorata.decision.Slot;
import org.prorata.subject.terms.SwitchLimits;

/** The last day for asking for a copy of the data after an end: that of the terms, or a later one that the law sets. */
public final class CopySlot extends Slot<LocalDate> {

    private final LocalDate end;
    private final MonthsRule rule;
    private final LocalDate retrieval;
    private final SwitchLimits law;

    /**
     * @param retrieval the last day on which the law lets data be taken back, or null
     * @param law       the law that says so, or null
     */
    CopySlot(LocalDate end, MonthsRule rule, LocalDate retrieval, SwitchLimits law) {
        this.end = end;
        this.rule = rule;
        this.retrieval = retrieval;
        this.law = law;
    }

    @Override
    public String about() {
        return "the copy of the data";
    }

    /** The last day that the terms set. */
    public LocalDate getLastDayByTerms() {
        return rule.after(end);
    }

    /** The last day on which the law lets data be taken back, or null. */
    public LocalDate getLastDayByLaw() {
        return retrieval;
    }

    /** As long as the terms say. */
    public void byTerms(String by) {
        propose(by, getLastDayByTerms(), Reason.of("data.copy", rule.months(), end), rule.row());
    }

    /** As long as the law says, which is longer. */
    public void byLaw(String by) {
        proposeOver(by, retrieval, Reason.of("data.copy_by_law", getLastDayByTerms(), retrieval), law.row());
    }

    Decision decision() {
        Settlement.Settled<LocalDate> settled = Settlement.one(this);
        return new Decision.DataCopy(
                settled.stands().value(), Becauses.displacing(settled, day -> Map.of("request_by", day)));
    }

    /** The last day among the days ahead. */
    public Decision.Deadline deadline() {
        Settlement.Settled<LocalDate> settled = Settlement.one(this);
        return new Decision.Deadline(
                Finding.DATA_COPY.code(),
                settled.stands().value(),
                Becauses.displacing(settled, day -> Map.of("on", day)));
    }
}
