package org.prorata.subject.terms;

import java.time.LocalDate;
import org.prorata.decision.Slot;
import org.prorata.decision.policy.choice.EndBasis;
import org.prorata.values.Anchors;

/** What the rules compare about one wish to leave. A day that does not exist is null. */
public abstract class EndFacts extends Slot<EndSlot.End> {

    private final Leaving leaving;
    private final EndRule rule;
    private final Switching law;
    private final Purpose purpose;
    private final EndDates dates;
    private final boolean openEnded;
    private final boolean noticeNeeded;
    private final LocalDate newPrice;
    private final LocalDate newTerms;
    private final LocalDate lastDayForNotice;
    private final LocalDate lastDayForInvoice;
    private final LocalDate lastDayToRefuse;
    private final LocalDate breachOpens;
    private RenewalTelling renewalNotice;

    /** What the end is worked out for: a question that follows the contract past it, a bill, or the question of leaving. */
    public enum Purpose {
        COURSE,
        BILL,
        LEAVING
    }

    /**
     * @param law       what the law gives a client that switches, or null
     * @param invoicing days on which periods are invoiced
     * @param newPrice  day from which a refused price would hold, or null
     * @param newTerms  day from which refused terms would hold, or null
     */
    EndFacts(
            Leaving leaving,
            EndRule rule,
            Switching law,
            Timeline timeline,
            Anchors invoicing,
            LocalDate newPrice,
            LocalDate newTerms,
            Purpose purpose) {
        this.leaving = leaving;
        this.rule = rule;
        this.law = law;
        this.purpose = purpose;
        this.newPrice = newPrice;
        this.newTerms = newTerms;
        this.dates = new EndDates(leaving, rule, timeline, invoicing);
        this.openEnded = timeline.on(leaving.wanted()).openEnded();
        this.noticeNeeded = timeline.renews() && rule.countedAgainst() != null;
        this.lastDayForNotice = withTerm() && noticeNeeded ? dates.lastDayForNotice(dates.termEnd()) : null;
        this.lastDayForInvoice =
                rule.basis() == EndBasis.NEXT_INVOICE ? dates.lastDayForInvoice(dates.nextInvoice()) : null;
        this.lastDayToRefuse =
                refused() == null ? null : dates.lastDayForNotice(refused().minusDays(1));
        this.breachOpens = rule.basis() == EndBasis.AFTER_DELAY ? dates.opens() : null;
    }

    /** Whether the contract ends with a term: by its row, or as nobody announced what is refused. */
    private boolean withTerm() {
        return rule.basis() == EndBasis.TERM_END || isBeforeRefused() && refused() == null;
    }

    private LocalDate refused() {
        return newPrice == null ? newTerms : newPrice;
    }

    /** The renewal of the term that the day asked for lies in, where the law wants the client told of it; null: it wants nothing. */
    public final EndSlot renewed(RenewalTelling notice) {
        this.renewalNotice = notice;
        return (EndSlot) this;
    }

    final RenewalTelling renewalNotice() {
        return renewalNotice;
    }

    /** The first day of the renewed term, where the law wants the client told of the renewal; else null. */
    public final LocalDate getRenewal() {
        return renewalNotice == null ? null : renewalNotice.renewal();
    }

    /** The day on which the client was told of the renewal, or null: nobody told it. */
    public final LocalDate getToldOfRenewal() {
        return renewalNotice == null ? null : renewalNotice.told();
    }

    /** The first day on which the client may be told of the renewal. */
    public final LocalDate getFirstDayToTell() {
        return renewalNotice == null ? null : renewalNotice.first();
    }

    /** The last day for telling the client of the renewal. */
    public final LocalDate getLastDayToTell() {
        return renewalNotice == null ? null : renewalNotice.last();
    }

    public final Leaving leaving() {
        return leaving;
    }

    public final EndRule rule() {
        return rule;
    }

    /** What the law gives a client that switches, or null: the contract alone decides. */
    public final Switching law() {
        return law;
    }

    public final Purpose getPurpose() {
        return purpose;
    }

    /** On which day the terms let the contract end. */
    public final EndBasis getBasis() {
        return rule.basis();
    }

    /** Whether the contract ends before the price or the terms that are refused hold. */
    public final boolean isBeforeRefused() {
        return rule.basis() == EndBasis.BEFORE_REVISION || rule.basis() == EndBasis.BEFORE_NEW_TERMS;
    }

    /** Whether the terms give no right to leave for the cause. */
    public final boolean isNoRight() {
        return rule.noRight();
    }

    /** Whether the contract has no term that could end. */
    public final boolean isOpenEnded() {
        return openEnded;
    }

    /** Whether the terms renew, so that a notice period is counted. */
    public final boolean isNoticeNeeded() {
        return noticeNeeded;
    }

    /** Whether the breach cannot be mended and the terms then ask for no delay. */
    public final boolean isAtOnce() {
        return leaving.atOnce() && rule.atOnce();
    }

    /** Whether a formal notice about the breach stands among the facts. */
    public final boolean isWarned() {
        return leaving.warned();
    }

    /** The day of notice. */
    public final LocalDate getNotice() {
        return leaving.notice();
    }

    /** The last day asked for. */
    public final LocalDate getWanted() {
        return leaving.wanted();
    }

    /** The last day for a notice that ends the running term. */
    public final LocalDate getLastDayForNotice() {
        return lastDayForNotice;
    }

    /** The last day for a notice that sets the next invoice aside. */
    public final LocalDate getLastDayForInvoice() {
        return lastDayForInvoice;
    }

    /** The day from which a refused price would hold; null: nobody announced one. */
    public final LocalDate getNewPrice() {
        return newPrice;
    }

    /** The day from which refused terms would hold; null: nobody announced any. */
    public final LocalDate getNewTerms() {
        return newTerms;
    }

    /** The last day for refusing the new price or the new terms; null: nobody announced what is refused. */
    public final LocalDate getLastDayToRefuse() {
        return lastDayToRefuse;
    }

    /** The first day after the delay of a breach. */
    public final LocalDate getBreachOpens() {
        return breachOpens;
    }

    /** The first day on which a formal notice to pay that was left unpaid lets the provider end the contract. */
    public final LocalDate getLetterOpens() {
        return leaving.unpaid() == null ? null : leaving.unpaid().from();
    }

    /** The judgment since which the unpaid claims that alone were told let nobody end the contract; null where more was told. */
    public final LocalDate getBarredSince() {
        return leaving.unpaid() == null || leaving.warned() || leaving.atOnce()
                ? null
                : leaving.unpaid().barredSince();
    }

    /** The day on which the longest lawful notice for switching is over; null: the law gives no such end. */
    public final LocalDate getLawfulNoticeOver() {
        return law == null ? null : leaving.notice().plusMonths(law.limits().noticeMonths());
    }

    /** The last day of the transition after the longest lawful notice, or null. */
    public final LocalDate getLawfulTransitionOver() {
        return law == null ? null : law.limits().transition(getLawfulNoticeOver());
    }

    /** The day on which the contract's own notice for leaving in mid-term is over; null: it asks for none, or the law gives no such end. */
    public final LocalDate getAgreedNoticeOver() {
        return law == null || rule.noticeInMidTerm() == null
                ? null
                : leaving.notice().plusDays(rule.noticeInMidTerm());
    }

    /** The last day of the transition after the contract's own notice, or null. */
    public final LocalDate getAgreedTransitionOver() {
        return getAgreedNoticeOver() == null ? null : law.limits().transition(getAgreedNoticeOver());
    }

    final EndDates dates() {
        return dates;
    }
}
