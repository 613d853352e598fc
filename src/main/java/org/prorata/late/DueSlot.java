package org.prorata.late;

import java.time.LocalDate;
import java.util.List;
import org.prorata.contract.Invoice;
import org.prorata.contract.PaymentRule;
import org.prorata.decision.Alike;
import org.prorata.decision.Reason;
import org.prorata.decision.Slot;
import org.prorata.terms.PaymentLimit;
import org.prorata.terms.PaymentTerm;

/** The day on which an invoice falls due. The rules choose by what states it and by the longest term that the law allows. */
final class DueSlot extends Slot<LocalDate> {

    private final Invoice invoice;
    private final PaymentTerm term;
    private final PaymentRule rule;
    private final PaymentLimit limit;

    /**
     * @param term  null when the invoice itself states its due day
     * @param limit null where the law sets none, or is left out
     */
    DueSlot(Invoice invoice, PaymentTerm term, PaymentRule rule, PaymentLimit limit) {
        this.invoice = invoice;
        this.term = term;
        this.rule = rule;
        this.limit = limit;
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

    PaymentLimit limit() {
        return limit;
    }

    /** Whether the due day is printed on the invoice. */
    boolean isStated() {
        return invoice.due() != null;
    }

    PaymentRule getRule() {
        return rule;
    }

    /** Whether the day lies beyond the longest term that the law allows. */
    boolean isOverLimit() {
        return limit != null && day().isAfter(latest());
    }

    LocalDate latest() {
        return limit.latest(invoice.issued(), rule);
    }

    private LocalDate day() {
        return isStated() ? invoice.due() : PaymentTerm.due(invoice.issued(), term.days(), rule);
    }

    /** The day printed on the invoice. */
    void asStated(String by) {
        propose(by, day(), Reason.of("late.due.stated", invoice.id(), day()));
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
        Reason why = Reason.of(key, invoice.issued(), term.days(), day());
        if (term.row() == null) {
            propose(by, day(), why);
        } else {
            propose(by, day(), why, term.row());
        }
    }

    /** The last day that the law allows, instead of what was agreed. */
    void cut(String by) {
        proposeOver(by, latest(), Reason.of("late.due.cut", invoice.issued(), day(), latest()), limit.row());
    }
}
