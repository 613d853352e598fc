package org.prorata.late;

import java.time.LocalDate;
import org.prorata.contract.Invoice;
import org.prorata.contract.PaymentRule;
import org.prorata.decision.Alike;
import org.prorata.decision.Finding;
import org.prorata.decision.FindingSlot;
import org.prorata.decision.Reason;
import org.prorata.decision.Slot;
import org.prorata.terms.PaymentLimit;
import org.prorata.terms.PaymentTerm;

/** The day on which an invoice falls due. The rules choose by what states it and by the last day that the law allows. */
final class DueSlot extends Slot<LocalDate> {

    private final Invoice invoice;
    private final PaymentTerm term;
    private final PaymentRule rule;
    private final PaymentLimit limit;
    private final LocalDate day;
    private final LocalDate latest;

    /**
     * @param term  null when the invoice itself states its due day
     * @param limit null where the law sets none, or is left out
     */
    DueSlot(Invoice invoice, PaymentTerm term, PaymentRule rule, PaymentLimit limit) {
        this.invoice = invoice;
        this.term = term;
        this.rule = rule;
        this.limit = limit;
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

    Invoice invoice() {
        return invoice;
    }

    /** Whether the due day is printed on the invoice. */
    boolean isStated() {
        return invoice.due() != null;
    }

    PaymentRule getRule() {
        return rule;
    }

    /** The day printed on the invoice, or counted as agreed. */
    LocalDate getDue() {
        return day;
    }

    /** The last due day that the law allows, or null: it sets none. */
    LocalDate getLatestLawfulDay() {
        return latest;
    }

    /** Whether the day lies beyond the last one that the law allows, so that slots are told apart as the rules tell them. */
    boolean beyondLaw() {
        return latest != null && day.isAfter(latest);
    }

    /** A day printed on the invoice, for the rules to look at beside the last lawful one; null where there is no such day. */
    FindingSlot printed() {
        return !isStated() || limit == null ? null : FindingSlot.possible(Finding.PAYMENT_TERM_OVER_LEGAL_LIMIT,
                Reason.of("late.term_over_limit", invoice.id(), day, latest), limit.row()).on(day).within(null, latest);
    }

    /** The day printed on the invoice. */
    void asStated(String by) {
        propose(by, day, Reason.of("late.due.stated", invoice.id(), day));
    }

    /** So many days after the invoice. */
    void afterDays(String by) {
        counted(by, "late.due.net");
    }

    /** So many days after the invoice, then the end of that month. */
    void daysThenEndOfMonth(String by) {
        counted(by, "late.due.eom_a");
    }

    /** The end of the invoice's month, then so many days. */
    void endOfMonthThenDays(String by) {
        counted(by, "late.due.eom_b");
    }

    private void counted(String by, String key) {
        Reason why = Reason.of(key, invoice.issued(), term.days(), day);
        if (term.row() == null) {
            propose(by, day, why);
        } else {
            propose(by, day, why, term.row());
        }
    }

    /** The last day that the law allows, instead of what was agreed. */
    void cut(String by) {
        proposeOver(by, latest, Reason.of("late.due.cut", invoice.issued(), day, latest), limit.row());
    }
}
