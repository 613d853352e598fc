package org.prorata.subject.course;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.prorata.contract.Invoice;
import org.prorata.contract.PaymentRule;
import org.prorata.decision.TableRow;
import org.prorata.decision.policy.choice.CountedFrom;
import org.prorata.subject.terms.EffectiveTerms;
import org.prorata.subject.terms.PaymentLimit;
import org.prorata.subject.terms.PaymentTerm;

/** The day on which an invoice falls due, with the rows that say so; a term longer than the law's longest is cut to it. */
public record DueDay(LocalDate day, List<TableRow> rows) {

    public static DueDay of(EffectiveTerms setting, Invoice invoice) {
        if (invoice.due() != null) {
            return new DueDay(invoice.due(), List.of());
        }
        PaymentRule rule = setting.dossier().contract().paymentRule();
        PaymentTerm term = setting.paymentTerm();
        List<TableRow> rows = new ArrayList<>(term.row() == null ? List.of() : List.of(term.row()));
        PaymentLimit limit = setting.dossier().statutes() ? setting.paymentLimit(invoice) : null;
        LocalDate latest = limit == null ? null : limit.latest(invoice.issued(), rule);
        boolean agreed = term.countedFrom() == CountedFrom.INVOICE || rule != PaymentRule.NET;
        LocalDate day = PaymentTerm.due(agreed ? invoice.issued() : counted(invoice), term.days(), rule);
        if (latest != null
                && (agreed ? day.isAfter(latest) : setting.dossier().customer().publicBuyer())) {
            rows.add(0, limit.row());
            day = latest;
        }
        return new DueDay(day, rows);
    }

    /** From where the days to pay run when they run from the performance. */
    private static LocalDate counted(Invoice invoice) {
        return invoice.completed().isBefore(invoice.issued())
                ? invoice.completed()
                : invoice.performed().isAfter(invoice.issued()) ? invoice.performed() : invoice.issued();
    }

    /**
     * The earliest due day of the invoices that were issued and not paid in full by a day, or null; one that is disputed on
     * that day is not held against the client.
     */
    public static LocalDate oldestOpen(EffectiveTerms setting, LocalDate on) {
        return setting.dossier().invoices().stream()
                .filter(invoice -> !invoice.issued().isAfter(on)
                        && open(invoice, on)
                        && (invoice.disputed() == null || !invoice.disputed().covers(on)))
                .map(invoice -> of(setting, invoice).day())
                .min(LocalDate::compareTo)
                .orElse(null);
    }

    /** Whether something of an invoice is not paid by a day. */
    private static boolean open(Invoice invoice, LocalDate on) {
        return paid(invoice, on).compareTo(invoice.amount()) < 0;
    }

    /** What of an invoice is paid by a day. */
    public static BigDecimal paid(Invoice invoice, LocalDate on) {
        return invoice.payments().stream()
                .filter(payment -> !payment.on().isAfter(on))
                .map(Invoice.Payment::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
