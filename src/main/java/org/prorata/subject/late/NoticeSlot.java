package org.prorata.subject.late;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.prorata.contract.Event.FormalNotice;
import org.prorata.decision.Reason;
import org.prorata.decision.Slot;
import org.prorata.decision.TableRow;
import org.prorata.subject.terms.FormalNoticeRule;

/**
 * What one formal notice to pay opens: the first day of the rights that the terms grant. A proposal of null says that it
 * opens none.
 */
public final class NoticeSlot extends Slot<LocalDate> {

    private final FormalNotice notice;
    private final FormalNoticeRule rule;
    private final Concerned concerned;
    private final LocalDate on;

    /** @param rule null where the terms are silent */
    NoticeSlot(FormalNotice notice, FormalNoticeRule rule, Concerned concerned, LocalDate on) {
        this.notice = notice;
        this.rule = rule;
        this.concerned = concerned;
        this.on = on;
    }

    /**
     * What a notice concerns.
     *
     * @param sums           the sums of invoices that are late and not disputed on the day of the computation
     * @param unpaid         what of them is still unpaid on that day
     * @param undisputedFrom the first day after the delay on which something that is still unpaid is not disputed, or null
     * @param before         what is unpaid of claims from before a judgment that opened insolvency proceedings, which are not
     *                       among the sums; null without any
     * @param judgment       the row of that law
     */
    record Concerned(
            BigDecimal sums, BigDecimal unpaid, LocalDate undisputedFrom, BigDecimal before, TableRow judgment) {}

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
        return concerned.sums();
    }

    /** What of them was paid by the day of the computation. */
    public BigDecimal getPaid() {
        return concerned.sums().subtract(concerned.unpaid());
    }

    /** The day after the last one of the delay, or null where the terms are silent. */
    public LocalDate getDayAfterDelay() {
        return rule == null ? null : notice.counts().plusDays(rule.days()).plusDays(1);
    }

    /** The first day after the delay on which something that is still unpaid is not disputed, or null. */
    public LocalDate getUndisputedFrom() {
        return concerned.undisputedFrom();
    }

    /** What is unpaid of claims from before a judgment that opened insolvency proceedings, or null: there are none. */
    public BigDecimal getOwedBeforeJudgment() {
        return concerned.before();
    }

    /** The rights open the day after the delay. */
    public void opens(String by) {
        propose(
                by,
                getDayAfterDelay(),
                Reason.of(
                        "late.formal_notice",
                        notice.counts(),
                        rule.days(),
                        lastDay(),
                        concerned.unpaid(),
                        on,
                        getDayAfterDelay()),
                rule.row());
    }

    /** The rights open the day after the dispute that runs when the delay is over. */
    public void opensAfterDispute(String by) {
        propose(
                by,
                getUndisputedFrom(),
                Reason.of(
                        "late.formal_notice.dispute",
                        notice.counts(),
                        rule.days(),
                        lastDay(),
                        concerned.unpaid(),
                        on,
                        getUndisputedFrom()),
                rule.row());
    }

    /** Only claims from before the judgment are unpaid. */
    public void afterJudgment(String by) {
        propose(
                by,
                null,
                Reason.of("late.formal_notice.judgment", notice.counts(), concerned.before()),
                concerned.judgment());
    }

    private LocalDate lastDay() {
        return notice.counts().plusDays(rule.days());
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
