package org.prorata.subject.terms;

import java.time.LocalDate;
import java.util.List;
import org.prorata.decision.Finding;
import org.prorata.decision.Reading;
import org.prorata.decision.Reason;
import org.prorata.values.Anchors;

/** The end of a contract for one wish to leave: which last covered day it reaches. */
public final class EndSlot extends LawfulEnds {

    /**
     * @param law       what the law gives a client that switches, or null
     * @param invoicing days on which periods are invoiced
     * @param newPrice  day from which a refused price would hold, or null
     * @param newTerms  day from which refused terms would hold, or null
     */
    public EndSlot(
            Leaving leaving,
            EndRule rule,
            Switching law,
            Timeline timeline,
            Anchors invoicing,
            LocalDate newPrice,
            LocalDate newTerms,
            Purpose purpose) {
        super(leaving, rule, law, timeline, invoicing, newPrice, newTerms, purpose);
    }

    /**
     * @param last     last covered day
     * @param inTime   whether the notice reached the end that was next; null where no notice period applies
     * @param deadline the last day on which the notice would have been in time, or null
     * @param byNotice whether another day of notice could lead to another end
     * @param untold   the renewal of which the client was not told, which lets it leave; else null
     */
    public record End(LocalDate last, Boolean inTime, LocalDate deadline, boolean byNotice, RenewalTelling untold) {

        End(LocalDate last, Boolean inTime, LocalDate deadline, boolean byNotice) {
            this(last, inTime, deadline, byNotice, null);
        }
    }

    @Override
    public String about() {
        return "the end of the contract for " + EffectiveTerms.key(leaving().cause()) + " by notice of "
                + leaving().notice();
    }

    /** No formal notice about the breach that was left without effect stands among the facts. */
    public void breachNotInFacts(String by) {
        warn(
                by,
                Finding.CAUSE_NOT_IN_FACTS,
                Reason.of("end.breach_not_in_facts", leaving().cause()),
                rule().row());
    }

    /** The contract ends on the day asked for. */
    public void asAsked(String by) {
        noticed(
                by,
                leaving().wanted(),
                null,
                null,
                Reason.of("end.as_asked", leaving().wanted()));
    }

    /** The breach ends the contract on the day asked for, without a delay. */
    public void atOnce(String by) {
        whenever(by, leaving().wanted(), Reason.of("end.as_asked", leaving().wanted()), rule().row());
    }

    /** The contract has no term that could end: it ends on the day asked for. */
    public void withoutTerm(String by) {
        whenever(by, leaving().wanted(), withoutTermToEnd(by), rule().row());
    }

    /** What nobody announced is refused in a contract without a term: it ends on the day asked for. */
    public void unannouncedWithoutTerm(String by) {
        noticed(by, leaving().wanted(), null, null, withoutTermToEnd(by));
    }

    private Reason withoutTermToEnd(String by) {
        Reason why = Reason.of("end.no_term", leaving().wanted());
        if (getPurpose() == Purpose.LEAVING) {
            warn(by, Finding.NO_TERM, Reading.INTERPRETATION, List.of(why), rule().row());
        }
        return why;
    }

    /** A formal notice to pay was left unpaid: the contract ends on the day asked for. */
    public void unpaid(String by) {
        whenever(
                by,
                leaving().wanted(),
                Reason.of("end.left_unpaid", leaving().wanted()),
                leaving().unpaid().row(),
                rule().row());
    }

    /** A formal notice to pay was left unpaid: the contract ends on the first day that lets it. */
    public void unpaidLater(String by) {
        whenever(
                by,
                getLetterOpens(),
                Reason.of("end.left_unpaid_opens", getLetterOpens(), leaving().wanted()),
                leaving().unpaid().row(),
                rule().row());
    }

    /** Only claims from before the judgment are unpaid, which end nothing: the contract ends with the running term. */
    public void barred(String by) {
        barred(by, dates().termEnd());
    }

    /** The same in a contract without a term: the day asked for stands. */
    public void barredWithoutTerm(String by) {
        barred(by, leaving().wanted());
    }

    private void barred(String by, LocalDate last) {
        whenever(
                by,
                last,
                Reason.of("end.barred", getBarredSince(), last),
                leaving().unpaid().row(),
                rule().row());
        if (getPurpose() != Purpose.COURSE) {
            notGranted(by);
        }
    }

    /** The contract ends with the running term, no notice being needed. */
    public void withTerm(String by) {
        LocalDate last = dates().termEnd();
        whenever(by, last, Reason.of("end.with_term", last), rule().row());
    }

    /** What nobody announced is refused, and no notice period is counted: the contract ends with the running term. */
    public void unannounced(String by) {
        LocalDate last = dates().termEnd();
        noticed(by, last, null, null, Reason.of("end.with_term", last));
    }

    /** The notice is in time: the contract ends with the term. */
    public void inTime(String by) {
        LocalDate last = dates().termEnd();
        noticed(
                by,
                last,
                true,
                getLastDayForNotice(),
                Reason.of("end.in_time", getNotice(), getLastDayForNotice(), last));
    }

    /** The notice is late: the contract ends with the first later term that it reaches. */
    public void withLaterTerm(String by) {
        LocalDate last = dates().laterTerm();
        noticed(
                by,
                last,
                false,
                getLastDayForNotice(),
                Reason.of("end.late", getNotice(), getLastDayForNotice(), dates().termEnd(), last));
    }

    /** The contract ends the day before the next invoice. */
    public void beforeInvoice(String by) {
        LocalDate invoice = dates().nextInvoice();
        noticed(
                by,
                invoice.minusDays(1),
                true,
                getLastDayForInvoice(),
                Reason.of("end.before_invoice", getNotice(), invoice));
    }

    /** The next period is still due: the contract ends the day before the invoice after the next. */
    public void afterNextPeriod(String by) {
        LocalDate invoice = dates().nextInvoice();
        LocalDate last = dates().invoiceAfter(invoice).minusDays(1);
        noticed(by, last, false, getLastDayForInvoice(), Reason.of("end.next_period_due", getNotice(), invoice, last));
    }

    /** The contract ends as asked, the delay of the formal notice being over. */
    public void delayOver(String by) {
        delayed(by, leaving().wanted(), true);
    }

    /** The contract ends when the delay of the formal notice is over, later than asked. */
    public void afterDelay(String by) {
        delayed(by, getBreachOpens(), false);
    }

    /** Where a formal notice came before, the delay runs from it, whatever the day of notice. */
    private void delayed(String by, LocalDate last, boolean inTime) {
        end(
                by,
                new End(
                        last,
                        inTime,
                        leaving().wanted().minusDays(rule().noticeDays() + 1L),
                        !leaving().warned()),
                Reason.of("end.after_delay", rule().noticeDays(), leaving().delayFrom(), getBreachOpens(), last),
                rule().row());
    }

    /** The contract ends the day before the refused price would hold. */
    public void beforeNewPrice(String by) {
        refusedInTime(by, getNewPrice(), "end.before_new_price");
    }

    /** The contract ends the day before the refused terms would hold. */
    public void beforeNewTerms(String by) {
        refusedInTime(by, getNewTerms(), "end.before_new_terms");
    }

    private void refusedInTime(String by, LocalDate holds, String why) {
        boolean counted = rule().countedAgainst() != null;
        noticed(
                by,
                holds.minusDays(1),
                counted ? true : null,
                counted ? getLastDayToRefuse() : null,
                Reason.of(why, holds));
    }

    /** The price was refused too late: it holds until the first later end of a term that the notice reaches. */
    public void afterNewPrice(String by) {
        refusedLate(by, getNewPrice(), "end.price_refused_late");
    }

    /** The terms were refused too late: they hold until the first later end of a term that the notice reaches. */
    public void afterNewTerms(String by) {
        refusedLate(by, getNewTerms(), "end.terms_refused_late");
    }

    private void refusedLate(String by, LocalDate holds, String why) {
        LocalDate last = dates().laterTerm();
        noticed(by, last, false, getLastDayToRefuse(), Reason.of(why, getNotice(), getLastDayToRefuse(), holds, last));
    }
}
