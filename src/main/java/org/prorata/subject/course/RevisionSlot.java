package org.prorata.subject.course;

import java.time.LocalDate;
import org.prorata.contract.Event.PriceRevisionNotice;
import org.prorata.decision.Reason;
import org.prorata.decision.Slot;
import org.prorata.decision.policy.choice.PriceChangeDay;
import org.prorata.subject.terms.Timeline;

/**
 * One notice of a new price: from which day it holds, if at all. The rules choose by the table's {@code effectOn}, by the
 * last day for telling the next change of price, and by the day that a delay reaches.
 */
public final class RevisionSlot extends Slot<RevisionSlot.Effect> {

    private final PriceRevisionNotice notice;
    private final RevisionRule rule;
    private final Timeline timeline;
    private final LocalDate nextDay;
    private final LocalDate reached;

    public RevisionSlot(PriceRevisionNotice notice, RevisionRule rule, Timeline timeline) {
        this.notice = notice;
        this.rule = rule;
        this.timeline = timeline;
        this.nextDay = onFixedDays() ? nextDay(notice.counts()) : null;
        this.reached = rule.effectOn() == PriceChangeDay.DAYS_THEN_FIRST
                ? notice.counts().plusDays(rule.noticeDays())
                : null;
    }

    /** The day from which the new price holds, null when it never does; and until when the client may leave, or null. */
    public record Effect(LocalDate effective, LocalDate leaveUntil) {}

    @Override
    public String about() {
        return "the price revision of " + notice.item() + " told on " + notice.counts();
    }

    public PriceRevisionNotice notice() {
        return notice;
    }

    /** On which day a new price may hold. */
    public PriceChangeDay getEffectOn() {
        return rule.effectOn();
    }

    private boolean onFixedDays() {
        return rule.effectOn() == PriceChangeDay.ANNIVERSARY || rule.effectOn() == PriceChangeDay.RENEWAL;
    }

    /** The day on which the new price was told; of a letter the day of its presentation. */
    public LocalDate getTold() {
        return notice.counts();
    }

    /** The last day for telling a price that is to hold on the next day on which one may change; null: no such day is set. */
    public LocalDate getLastDayForTelling() {
        return nextDay == null ? null : latest(nextDay);
    }

    /** The day that the delay from the notice reaches; null: none is counted. */
    public LocalDate getReached() {
        return reached;
    }

    /** The first day of the month of the day reached, or null. */
    public LocalDate getFirstOfItsMonth() {
        return reached == null ? null : reached.withDayOfMonth(1);
    }

    /** The first day for a new price on or after a day, but never the contract's first (C-NOTICE). */
    private LocalDate nextDay(LocalDate day) {
        LocalDate before = day.isAfter(timeline.origin()) ? day.minusDays(1) : timeline.origin();
        Timeline running = timeline.on(before);
        return rule.effectOn() == PriceChangeDay.RENEWAL
                ? running.renewalAfter(before)
                : running.anniversaryAfter(before);
    }

    /** A day from which a new price may hold, and the last day for telling it. */
    public record Chance(LocalDate latest, LocalDate day) {}

    /** The first chance that a notice of this day reaches, or null where no notice period is counted. */
    public Chance nextChance() {
        if (rule.noticeMonths() == null || !onFixedDays()) {
            return null;
        }
        LocalDate day = firstReached();
        return new Chance(latest(day), day);
    }

    /** The first day for a new price that the notice reaches. */
    private LocalDate firstReached() {
        LocalDate day = nextDay;
        while (notice.counts().isAfter(latest(day))) {
            day = nextDay(day.plusDays(1));
        }
        return day;
    }

    private LocalDate latest(LocalDate day) {
        LocalDate latest = rule.noticeMonths() == null ? day : day.minusMonths(rule.noticeMonths());
        return rule.noticeDays() == null ? latest : latest.minusDays(rule.noticeDays());
    }

    /** The price holds from the next day on which it may change. */
    public void onNextDay(String by) {
        effect(by, nextDay, Reason.of("revision.in_time", notice.counts(), latest(nextDay), nextDay));
    }

    /** The notice came too late: the price holds from the first such day that it reaches. */
    public void onDayAfterNext(String by) {
        LocalDate day = firstReached();
        effect(by, day, Reason.of("revision.late", notice.counts(), latest(nextDay), nextDay, day));
    }

    /** The price holds from the n-th day after the notice, which is the first of a month. */
    public void onDayReached(String by) {
        afterDelay(by, reached);
    }

    /** The price holds from the first day of the month after the n-th day after the notice. */
    public void onFirstOfNextMonth(String by) {
        afterDelay(by, reached.plusMonths(1).withDayOfMonth(1));
    }

    private void afterDelay(String by, LocalDate day) {
        effect(by, day, Reason.of("revision.first_of_month", rule.noticeDays(), notice.counts(), reached, day));
    }

    /** The terms allow no new price. */
    public void refuse(String by) {
        propose(by, new Effect(null, null), Reason.of("revision.refused", notice.counts()), rule.row());
    }

    private void effect(String by, LocalDate day, Reason reason) {
        propose(
                by,
                new Effect(day, rule.leaveDays() == null ? null : day.minusDays(rule.leaveDays())),
                reason,
                rule.row());
    }
}
