package org.prorata.termination;

import java.time.LocalDate;
import org.prorata.calendar.Anchors;
import org.prorata.decision.Reason;
import org.prorata.decision.Slot;
import org.prorata.terms.Timeline;

/**
 * The end of a contract for one wish to leave: which last covered day it reaches. The rules choose by the table's
 * {@code endRule} and by whether the notice was in time.
 */
public final class EndSlot extends Slot<EndSlot.End> {

    private final Leaving leaving;
    private final EndRule rule;
    private final Timeline timeline;
    private final Anchors invoicing;
    private final LocalDate newPrice;

    /**
     * @param invoicing days on which periods are invoiced
     * @param newPrice  day from which a refused price would hold, or null
     */
    public EndSlot(Leaving leaving, EndRule rule, Timeline timeline, Anchors invoicing, LocalDate newPrice) {
        this.leaving = leaving;
        this.rule = rule;
        this.timeline = timeline;
        this.invoicing = invoicing;
        this.newPrice = newPrice;
    }

    /**
     * @param last     last covered day
     * @param inTime   whether the notice reached the end that was next; null where no notice period applies
     * @param deadline the last day on which the notice would have been in time, or null
     */
    public record End(LocalDate last, Boolean inTime, LocalDate deadline) {
    }

    @Override
    public String about() {
        return "the end of the contract for " + leaving.cause().name().toLowerCase(java.util.Locale.ROOT)
                + " by notice of " + leaving.notice();
    }

    public Leaving leaving() {
        return leaving;
    }

    public EndRule rule() {
        return rule;
    }

    public String endRule() {
        return rule.endRule();
    }

    public boolean isAtOnce() {
        return leaving.atOnce() && rule.atOnce();
    }

    /** Whether a formal notice to pay was left unpaid, and lets the provider end the contract no later than the breach does. */
    public boolean isLeftUnpaid() {
        return leaving.unpaid() != null && !notBefore(leaving.unpaid().from()).isAfter(isAtOnce() ? leaving.wanted() : notBefore(opens()));
    }

    /** Whether the end of a term is looked for in a contract that has none. */
    public boolean isTermMissing() {
        return timeline.on(leaving.wanted()).openEnded()
                && ("term_end".equals(rule.endRule()) || "before_revision".equals(rule.endRule()) && newPrice == null);
    }

    /** Whether another day of notice could lead to another end. */
    public boolean isNoticeDayNeeded() {
        return switch (rule.endRule()) {
            case "term_end" -> isNoticeNeeded();
            case "after_delay" -> !leaving.warned() && !isAtOnce() && !isLeftUnpaid();
            default -> true;
        };
    }

    private LocalDate notBefore(LocalDate day) {
        return leaving.wanted().isBefore(day) ? day : leaving.wanted();
    }

    /** The first day after the delay of a breach. */
    private LocalDate opens() {
        return leaving.delayFrom().plusDays(rule.noticeDays() + 1L);
    }

    /** Whether the terms renew, so that a notice period is counted. */
    public boolean isNoticeNeeded() {
        return timeline.renews() && rule.countedAgainst() != null;
    }

    /** Whether the notice reaches the end of the term that was asked for. */
    public boolean isInTime() {
        return !leaving.notice().isAfter(deadline(termEnd()));
    }

    /** Whether the notice reaches the next invoice after the day asked for. */
    public boolean isInTimeForInvoice() {
        return !leaving.notice().isAfter(nextInvoice().minusDays(rule.noticeDays()));
    }

    /** Whether a new price stands to be refused. */
    public boolean isNewPriceKnown() {
        return newPrice != null;
    }

    /** Whether the notice comes early enough before the day from which the new price holds. */
    public boolean isInTimeToRefuse() {
        return newPrice != null && !leaving.notice().isAfter(deadline(newPrice.minusDays(1)));
    }

    private LocalDate termEnd() {
        LocalDate from = leaving.wanted().isBefore(timeline.start()) ? timeline.start() : leaving.wanted();
        return timeline.on(from).renewalAfter(from).minusDays(1);
    }

    /** The end of the first term, from the one asked for on, that the notice reaches; of the only term where none follows. */
    private LocalDate laterTerm() {
        LocalDate last = termEnd();
        while (timeline.lastDay() == null && leaving.notice().isAfter(deadline(last))) {
            last = timeline.on(last).renewalAfter(last.plusDays(1)).minusDays(1);
        }
        return last;
    }

    private LocalDate deadline(LocalDate last) {
        LocalDate against = "end".equals(rule.countedAgainst()) ? last : last.plusDays(1);
        LocalDate latest = rule.noticeMonths() == null ? against : against.minusMonths(rule.noticeMonths());
        return rule.noticeDays() == null ? latest : latest.minusDays(rule.noticeDays());
    }

    private LocalDate nextInvoice() {
        LocalDate from = leaving.wanted().isBefore(leaving.notice()) ? leaving.notice() : leaving.wanted();
        return invoicing.onOrAfter(from.plusDays(1));
    }

    /** The contract ends on the day asked for. */
    public void asAsked(String by) {
        propose(by, new End(leaving.wanted(), null, null), Reason.of("end.as_asked", leaving.wanted()), rule.row());
    }

    /** The contract has no term that could end: it ends on the day asked for. */
    public void withoutTerm(String by) {
        propose(by, new End(leaving.wanted(), null, null), Reason.of("end.no_term", leaving.wanted()), rule.row());
    }

    /** A formal notice to pay was left unpaid: the contract ends on the day asked for, or on the first day that lets it. */
    public void unpaid(String by) {
        LocalDate from = leaving.unpaid().from();
        Reason why = leaving.wanted().isBefore(from) ? Reason.of("end.left_unpaid_opens", from, leaving.wanted())
                : Reason.of("end.left_unpaid", leaving.wanted());
        propose(by, new End(notBefore(from), null, null), why, leaving.unpaid().row(), rule.row());
    }

    /** The contract ends with the running term, no notice being needed. */
    public void withTerm(String by) {
        propose(by, new End(termEnd(), null, null), Reason.of("end.with_term", termEnd()), rule.row());
    }

    /** The notice is in time: the contract ends with the term. */
    public void inTime(String by) {
        propose(by, new End(termEnd(), true, deadline(termEnd())),
                Reason.of("end.in_time", leaving.notice(), deadline(termEnd()), termEnd()), rule.row());
    }

    /** The notice is late: the contract ends with the first later term that it reaches. */
    public void withLaterTerm(String by) {
        LocalDate last = laterTerm();
        propose(by, new End(last, false, deadline(termEnd())),
                Reason.of("end.late", leaving.notice(), deadline(termEnd()), termEnd(), last), rule.row());
    }

    /** The contract ends the day before the next invoice. */
    public void beforeInvoice(String by) {
        LocalDate invoice = nextInvoice();
        propose(by, new End(invoice.minusDays(1), true, invoice.minusDays(rule.noticeDays())),
                Reason.of("end.before_invoice", leaving.notice(), invoice), rule.row());
    }

    /** The next period is still due: the contract ends the day before the invoice after the next. */
    public void afterNextPeriod(String by) {
        LocalDate invoice = nextInvoice();
        LocalDate last = invoicing.at(invoicing.indexOf(invoice) + 1).minusDays(1);
        propose(by, new End(last, false, invoice.minusDays(rule.noticeDays())),
                Reason.of("end.next_period_due", leaving.notice(), invoice, last), rule.row());
    }

    /** The contract ends when the delay of the formal notice is over, or later as asked. */
    public void afterDelay(String by) {
        LocalDate opens = opens();
        LocalDate last = notBefore(opens);
        propose(by, new End(last, !leaving.wanted().isBefore(opens), leaving.wanted().minusDays(rule.noticeDays() + 1L)),
                Reason.of("end.after_delay", rule.noticeDays(), leaving.delayFrom(), opens, last), rule.row());
    }

    /** The contract ends the day before the refused price would hold. */
    public void beforeNewPrice(String by) {
        boolean counted = rule.countedAgainst() != null;
        propose(by, new End(newPrice.minusDays(1), counted ? true : null, counted ? deadline(newPrice.minusDays(1)) : null),
                Reason.of("end.before_new_price", newPrice), rule.row());
    }

    /** The price was refused too late: it holds until the first later end of a term that the notice reaches. */
    public void afterNewPrice(String by) {
        LocalDate deadline = deadline(newPrice.minusDays(1));
        LocalDate last = laterTerm();
        propose(by, new End(last, false, deadline),
                Reason.of("end.price_refused_late", leaving.notice(), deadline, newPrice, last), rule.row());
    }
}
