package org.prorata.revision;

import java.time.LocalDate;
import org.prorata.contract.Event.PriceRevisionNotice;
import org.prorata.decision.Reason;
import org.prorata.decision.Slot;
import org.prorata.terms.Timeline;

/**
 * One notice of a new price: from which day it holds, if at all. The rules choose by the table's {@code effectOn} and by
 * whether the notice came in time for the next day on which a price may change.
 */
public final class RevisionSlot extends Slot<RevisionSlot.Effect> {

    private final PriceRevisionNotice notice;
    private final RevisionRule rule;
    private final Timeline timeline;

    public RevisionSlot(PriceRevisionNotice notice, RevisionRule rule, Timeline timeline) {
        this.notice = notice;
        this.rule = rule;
        this.timeline = timeline;
    }

    /** The day from which the new price holds, null when it never does; and until when the client may leave, or null. */
    public record Effect(LocalDate effective, LocalDate leaveUntil) {
    }

    @Override
    public String about() {
        return "the price revision of " + notice.item() + " told on " + notice.counts();
    }

    public PriceRevisionNotice notice() {
        return notice;
    }

    public String effectOn() {
        return rule.effectOn();
    }

    /** Whether the next day for a new price lies at least the notice period ahead (C-NOTICE). */
    public boolean isInTime() {
        return !notice.counts().isAfter(latest(nextDay(notice.counts())));
    }

    /** The first day for a new price on or after a day, but never the contract's first (C-NOTICE). */
    private LocalDate nextDay(LocalDate day) {
        LocalDate before = day.isAfter(timeline.origin()) ? day.minusDays(1) : timeline.origin();
        Timeline running = timeline.on(before);
        return effectOn().equals("renewal") ? running.renewalAfter(before) : running.anniversaryAfter(before);
    }

    /** A day from which a new price may hold, and the last day for telling it. */
    public record Chance(LocalDate latest, LocalDate day) {
    }

    /** The first chance that a notice of this day reaches, or null where no notice period is counted. */
    public Chance nextChance() {
        if (rule.noticeMonths() == null || !effectOn().equals("renewal") && !effectOn().equals("anniversary")) {
            return null;
        }
        LocalDate day = reached();
        return new Chance(latest(day), day);
    }

    /** The first day for a new price that the notice reaches. */
    private LocalDate reached() {
        LocalDate day = nextDay(notice.counts());
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
        LocalDate day = nextDay(notice.counts());
        effect(by, day, Reason.of("revision.in_time", notice.counts(), latest(day), day));
    }

    /** The notice came too late: the price holds from the first such day that it reaches. */
    public void onDayAfterNext(String by) {
        LocalDate next = nextDay(notice.counts());
        LocalDate day = reached();
        effect(by, day, Reason.of("revision.late", notice.counts(), latest(next), next, day));
    }

    /** The price holds from the n-th day after the notice, moved on to the first day of a month. */
    public void onFirstOfMonthAfterDelay(String by) {
        LocalDate reached = notice.counts().plusDays(rule.noticeDays());
        LocalDate day = reached.getDayOfMonth() == 1 ? reached : reached.plusMonths(1).withDayOfMonth(1);
        effect(by, day, Reason.of("revision.first_of_month", rule.noticeDays(), notice.counts(), reached, day));
    }

    /** The terms allow no new price. */
    public void refuse(String by) {
        propose(by, new Effect(null, null), Reason.of("revision.refused", notice.counts()), rule.row());
    }

    private void effect(String by, LocalDate day, Reason reason) {
        propose(by, new Effect(day, rule.leaveDays() == null ? null : day.minusDays(rule.leaveDays())), reason, rule.row());
    }
}
