package org.prorata.late;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.prorata.contract.Event.FormalNotice;
import org.prorata.decision.Reason;
import org.prorata.decision.Slot;
import org.prorata.terms.FormalNoticeRule;

/**
 * What one formal notice to pay opens: the first day of the rights that the terms grant. A proposal of null says that it
 * opens none.
 */
public final class NoticeSlot extends Slot<LocalDate> {

    private final FormalNotice notice;
    private final FormalNoticeRule rule;
    private final BigDecimal concerned;
    private final BigDecimal unpaid;
    private final BigDecimal paid;
    private final LocalDate on;

    /**
     * @param rule      null where the terms are silent
     * @param concerned the sums that the notice concerns
     * @param unpaid    what of them is still unpaid on the day of the computation
     */
    NoticeSlot(FormalNotice notice, FormalNoticeRule rule, BigDecimal concerned, BigDecimal unpaid, LocalDate on) {
        this.notice = notice;
        this.rule = rule;
        this.concerned = concerned;
        this.unpaid = unpaid;
        this.paid = concerned.subtract(unpaid);
        this.on = on;
    }

    @Override
    public String about() {
        return "the rights after the formal notice of " + notice.on();
    }

    FormalNotice notice() {
        return notice;
    }

    FormalNoticeRule rule() {
        return rule;
    }

    /** Whether the terms grant a right after a formal notice to pay. */
    public boolean isGranting() {
        return rule != null && (rule.suspension() || rule.termination());
    }

    /** The day on which the notice reached the client, as far as it is known. */
    public LocalDate getPresented() {
        return notice.counts();
    }

    /** The day of the computation. */
    public LocalDate getDayAsked() {
        return on;
    }

    /** The sums that the notice concerns. */
    public BigDecimal getConcerned() {
        return concerned;
    }

    /** What of them was paid by the day of the computation. */
    public BigDecimal getPaid() {
        return paid;
    }

    /** The rights open the day after the delay. */
    public void opens(String by) {
        LocalDate over = notice.counts().plusDays(rule.days());
        propose(by, over.plusDays(1), Reason.of("late.formal_notice", notice.counts(), rule.days(), over, unpaid, on,
                over.plusDays(1)), rule.row());
    }

    /** Nothing that the notice concerns is unpaid. */
    public void paid(String by) {
        propose(by, null, Reason.of("late.formal_notice.paid", notice.counts(), on), rule.row());
    }

    /** The notice has not reached the client yet. */
    public void notYet(String by) {
        propose(by, null, Reason.of("late.formal_notice.not_presented", notice.on(), notice.counts(), on), rule.row());
    }

    /** The terms grant no right. */
    public void silent(String by) {
        propose(by, null, Reason.of("late.formal_notice.silent", notice.counts()));
    }
}
