package org.prorata.rights;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.prorata.calendar.Period;
import org.prorata.contract.Invoice;
import org.prorata.decision.Decision.RightStatus;
import org.prorata.decision.Reason;

/** The ceiling of liability on a day, from the invoices and payments of the months before. */
public final class CapSlot extends RightSlot {

    private static final String CODE = "liability_cap";

    private final CapRule rule;
    private final Period months;
    private final BigDecimal paid;
    private final BigDecimal invoiced;

    CapSlot(CapRule rule, LocalDate on, List<Invoice> invoices) {
        this.rule = rule;
        this.months = new Period(on.minusMonths(rule.months()), on);
        this.invoiced = invoices.stream().filter(invoice -> months.contains(invoice.issued())).map(Invoice::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        this.paid = invoices.stream().flatMap(invoice -> invoice.payments().stream())
                .filter(payment -> months.contains(payment.on())).map(Invoice.Payment::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Override
    public String about() {
        return "the ceiling of liability";
    }

    /** Whether what is payable counts beside what was paid. */
    public boolean isInvoicedToo() {
        return rule.invoicedToo();
    }

    /** Whether any sum is known that could make the ceiling. */
    public boolean isKnown() {
        return (rule.invoicedToo() ? invoiced : paid).signum() > 0;
    }

    public void paid(String by) {
        put(by, paid, "right.cap.paid");
    }

    public void invoiced(String by) {
        put(by, invoiced, "right.cap.invoiced");
    }

    public void unknown(String by) {
        state(by, none(CODE), Reason.of("right.cap.unknown", months), List.of(rule.row()));
    }

    private void put(String by, BigDecimal amount, String key) {
        state(by, new State(CODE, rule.party(), RightStatus.OPEN, null, null, amount, null, null), Reason.of(key, months, amount),
                List.of(rule.row()));
    }
}
