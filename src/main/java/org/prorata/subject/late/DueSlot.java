package org.prorata.subject.late;

import java.time.LocalDate;
import org.prorata.contract.Invoice;
import org.prorata.contract.PaymentRule;
import org.prorata.contract.PublicBuyer;
import org.prorata.decision.Alike;
import org.prorata.decision.Finding;
import org.prorata.decision.FindingSlot;
import org.prorata.decision.Reason;
import org.prorata.decision.Slot;
import org.prorata.decision.policy.choice.CountedFrom;
import org.prorata.subject.terms.PaymentLimit;
import org.prorata.subject.terms.PaymentTerm;

/**
 * The day on which an invoice falls due. The rules choose by what states it, by when it was performed and by the last day that
 * the law allows.
 */
public final class DueSlot extends Slot<LocalDate> {

    private final Invoice invoice;
    private final PaymentTerm term;
    private final PaymentRule rule;
    private final PaymentLimit limit;
    private final PublicBuyer buyer;
    private final LocalDate day;
    private final LocalDate latest;

    /**
     * @param term  null when the invoice itself states its due day
     * @param limit null where the law sets none, or is left out
     */
    DueSlot(Invoice invoice, PaymentTerm term, PaymentRule rule, PaymentLimit limit, PublicBuyer buyer) {
        this.invoice = invoice;
        this.term = term;
        this.rule = rule;
        this.limit = limit;
        this.buyer = buyer;
        this.day = isStated() ? invoice.due() : PaymentTerm.due(invoice.issued(), term.days(), rule);
        this.latest = limit == null ? null : limit.latest(invoice.issued(), rule);
    }

    @Override
    public Alike<?> group() {
        return new DueSlots(this);
    }

    @Override
    public String about() {
        return "the due day of the invoice " + invoice.id();
    }

    /** The invoice that falls due. */
    public Invoice invoice() {
        return invoice;
    }

    /** Whether the due day is printed on the invoice. */
    boolean isStated() {
        return invoice.due() != null;
    }

    PaymentRule getRule() {
        return rule;
    }

    /** From which day the days to pay are counted, null where the invoice states its due day. */
    CountedFrom getCountedFrom() {
        return term == null ? null : term.countedFrom();
    }

    PublicBuyer getBuyer() {
        return buyer;
    }

    LocalDate getIssued() {
        return invoice.issued();
    }

    LocalDate getPerformed() {
        return invoice.performed();
    }

    LocalDate getCompleted() {
        return invoice.completed();
    }

    /** The day printed on the invoice, or counted from it as agreed. */
    LocalDate getDue() {
        return day;
    }

    /** The last due day that the law allows, or null: it sets none. */
    LocalDate getLatestLawfulDay() {
        return latest;
    }

    /** Whether another slot has its days in the same order, so that slots are told apart as the rules tell them. */
    boolean ordered(DueSlot other) {
        return beyondLaw() == other.beyondLaw()
                && (latest == null) == (other.latest == null)
                && getCompleted().isBefore(getIssued()) == other.getCompleted().isBefore(other.getIssued())
                && getPerformed().isAfter(getIssued()) == other.getPerformed().isAfter(other.getIssued());
    }

    private boolean beyondLaw() {
        return latest != null && day.isAfter(latest);
    }

    /** A day printed on the invoice, for the rules to look at beside the last lawful one; null where there is no such day. */
    FindingSlot printed() {
        return !isStated() || limit == null
                ? null
                : FindingSlot.possible(
                                Finding.PAYMENT_TERM_OVER_LEGAL_LIMIT,
                                Reason.of("late.term_over_limit", invoice.id(), day, latest),
                                limit.row())
                        .on(day)
                        .within(null, latest);
    }

    /** The day printed on the invoice. */
    void asStated(String by) {
        propose(by, day, Reason.of("late.due.stated", invoice.id(), day));
    }

    /** So many days after the invoice. */
    void afterDays(String by) {
        counted(by, "late.due.net", invoice.issued());
    }

    /** So many days after the last day of the performance. */
    void afterPerformance(String by) {
        counted(by, "late.due.performed", invoice.completed());
    }

    /** So many days after the day of a performance that comes after the invoice. */
    void afterLaterPerformance(String by) {
        counted(by, "late.due.performed", invoice.performed());
    }

    /** So many days after the invoice, then the end of that month. */
    void daysThenEndOfMonth(String by) {
        counted(by, "late.due.eom_a", invoice.issued());
    }

    /** The end of the invoice's month, then so many days. */
    void endOfMonthThenDays(String by) {
        counted(by, "late.due.eom_b", invoice.issued());
    }

    private void counted(String by, String key, LocalDate from) {
        LocalDate due = PaymentTerm.due(from, term.days(), rule);
        Reason why = Reason.of(key, from, term.days(), due);
        if (term.row() == null) {
            propose(by, due, why);
        } else {
            propose(by, due, why, term.row());
        }
    }

    /** The last day that the law allows, instead of what was agreed. */
    void cut(String by) {
        proposeOver(by, latest, Reason.of("late.due.cut", invoice.issued(), day, latest), limit.row());
    }

    /** The day that the law sets for this client where nothing was agreed. */
    void asLawSets(String by) {
        propose(by, latest, Reason.of("late.due.law", invoice.issued(), latest), limit.row());
    }
}
