package org.prorata.subject.rights;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.prorata.contract.Invoice;
import org.prorata.decision.Decision.RightStatus;
import org.prorata.decision.Reason;
import org.prorata.decision.policy.choice.CapBase;
import org.prorata.subject.terms.EffectiveTerms;
import org.prorata.values.Period;

/** The ceiling of liability on a day, from the invoices and payments of the months before. */
public final class CapSlot extends RightSlot {

    private static final String CODE = "liability_cap";

    private final CapRule rule;
    private final Period months;
    private final BigDecimal sum;

    CapSlot(CapRule rule, LocalDate on, EffectiveTerms setting) {
        this.rule = rule;
        this.months = new Period(on.minusMonths(rule.months()), on);
        List<Invoice> invoices = setting.dossier().invoices();
        BigDecimal all = switch (rule.counts()) {
            case INVOICED -> invoiced(invoices);
            case PAID -> paid(invoices);
            case PAID_FOR_SUBSCRIPTION -> new PaidForSubscription(setting).in(months);
        };
        this.sum = all.signum() > 0 ? all : null;
    }

    private BigDecimal invoiced(List<Invoice> invoices) {
        return invoices.stream()
                .filter(invoice -> months.contains(invoice.issued()))
                .map(Invoice::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private BigDecimal paid(List<Invoice> invoices) {
        return invoices.stream()
                .flatMap(invoice -> invoice.payments().stream())
                .filter(payment -> months.contains(payment.on()))
                .map(Invoice.Payment::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Override
    public String about() {
        return "the ceiling of liability";
    }

    /** What counts: payments, or all that was invoiced. */
    public CapBase getCounts() {
        return rule.counts();
    }

    /** The sum that makes the ceiling, or null: none is known in these months. */
    public BigDecimal getSum() {
        return sum;
    }

    public void paid(String by) {
        put(by, "right.cap.paid");
    }

    public void paidForSubscription(String by) {
        put(by, "right.cap.paid_for_subscription");
    }

    public void invoiced(String by) {
        put(by, "right.cap.invoiced");
    }

    public void unknown(String by) {
        state(by, none(CODE), Reason.of("right.cap.unknown", months), List.of(rule.row()));
    }

    private void put(String by, String key) {
        state(
                by,
                new State(CODE, rule.party(), RightStatus.OPEN, null, null, sum, null, null),
                Reason.of(key, months, sum),
                List.of(rule.row()));
    }
}
