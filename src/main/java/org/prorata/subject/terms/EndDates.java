package org.prorata.subject.terms;

import java.time.LocalDate;
import org.prorata.decision.policy.choice.CountedAgainst;
import org.prorata.decision.policy.choice.NoticeReading;
import org.prorata.values.Anchors;

/** The days that a wish to leave can reach, by the terms of the contract, and the last day for a notice of each. */
final class EndDates {

    private final Leaving leaving;
    private final EndRule rule;
    private final Timeline timeline;
    private final Anchors invoicing;

    EndDates(Leaving leaving, EndRule rule, Timeline timeline, Anchors invoicing) {
        this.leaving = leaving;
        this.rule = rule;
        this.timeline = timeline;
        this.invoicing = invoicing;
    }

    /** The last day of the term that the day asked for lies in. */
    LocalDate termEnd() {
        LocalDate from = leaving.wanted().isBefore(timeline.start()) ? timeline.start() : leaving.wanted();
        return timeline.on(from).renewalAfter(from).minusDays(1);
    }

    /** The end of the first term, from the one asked for on, that the notice reaches; of the only term where none follows. */
    LocalDate laterTerm() {
        LocalDate last = termEnd();
        while (timeline.lastDay() == null && leaving.notice().isAfter(lastDayForNotice(last))) {
            last = timeline.on(last).renewalAfter(last.plusDays(1)).minusDays(1);
        }
        return last;
    }

    /** The last day for a notice that ends the contract on a day. */
    LocalDate lastDayForNotice(LocalDate last) {
        LocalDate against = rule.countedAgainst() == CountedAgainst.END ? last : last.plusDays(1);
        LocalDate byMonths = rule.noticeMonths() == null ? null : against.minusMonths(rule.noticeMonths());
        LocalDate byDays = rule.noticeDays() == null ? null : against.minusDays(rule.noticeDays());
        if (byMonths == null || byDays == null) {
            return byMonths != null ? byMonths : byDays != null ? byDays : against;
        }
        boolean monthsFirst = byMonths.isBefore(byDays);
        return monthsFirst == (rule.noticeReading() != NoticeReading.LENIENT) ? byMonths : byDays;
    }

    /** The first day after the days asked for and of notice on which a period is invoiced. */
    LocalDate nextInvoice() {
        LocalDate from = leaving.wanted().isBefore(leaving.notice()) ? leaving.notice() : leaving.wanted();
        return invoicing.onOrAfter(from.plusDays(1));
    }

    /** The invoicing day after another. */
    LocalDate invoiceAfter(LocalDate invoice) {
        return invoicing.at(invoicing.indexOf(invoice) + 1);
    }

    /** The last day for a notice that sets an invoice aside. */
    LocalDate lastDayForInvoice(LocalDate invoice) {
        return invoice.minusDays(rule.noticeDays());
    }

    /** The first day after the delay of a breach. */
    LocalDate opens() {
        return leaving.delayFrom().plusDays(rule.noticeDays() + 1L);
    }
}
