package org.prorata.subject.rights;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.List;
import org.prorata.contract.Billed;
import org.prorata.contract.ChargeReason;
import org.prorata.contract.Invoice;
import org.prorata.contract.Item;
import org.prorata.subject.billing.TaxRule;
import org.prorata.subject.terms.EffectiveTerms;
import org.prorata.values.Amounts;
import org.prorata.values.Period;

/**
 * What was paid for subscriptions and options without tax. Of an invoice whose lines are known the share of those lines in it, of
 * another one all of it less the tax of its day; rounded once, on the sum.
 */
final class PaidForSubscription {

    private final EffectiveTerms setting;

    PaidForSubscription(EffectiveTerms setting) {
        this.setting = setting;
    }

    /** What was paid in some days, zero where nothing was. */
    BigDecimal in(Period days) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Invoice invoice : setting.dossier().invoices()) {
            BigDecimal paid = invoice.payments().stream()
                    .filter(payment -> days.contains(payment.on()))
                    .map(Invoice.Payment::amount)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            if (paid.signum() != 0) {
                sum = sum.add(net(invoice, paid));
            }
        }
        return Amounts.round(sum, setting.dossier().digits());
    }

    private BigDecimal net(Invoice invoice, BigDecimal paid) {
        List<Billed> lines = setting.dossier().billed().orElse(List.of()).stream()
                .filter(line -> line.on().equals(invoice.issued()) && line.withdrawn() == null)
                .toList();
        if (!lines.isEmpty()) {
            BigDecimal counted = lines.stream()
                    .filter(line -> counts(line.item()))
                    .map(PaidForSubscription::signed)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            return paid.multiply(counted).divide(invoice.amount(), MathContext.DECIMAL128);
        }
        BigDecimal rate = rate(invoice.issued());
        return paid.divide(BigDecimal.ONE.add(rate.movePointLeft(2)), MathContext.DECIMAL128);
    }

    /** The rate of the first such item, of subscriptions in general where there is none. */
    private BigDecimal rate(LocalDate on) {
        List<Item> items = items();
        return (items.isEmpty()
                        ? TaxRule.of(setting, Item.Kind.SUBSCRIPTION, on)
                        : TaxRule.of(setting, items.get(0), on))
                .ratePct();
    }

    private static BigDecimal signed(Billed line) {
        return line.reason() == ChargeReason.UNUSED || line.reason() == ChargeReason.CORRECTION
                ? line.amount().negate()
                : line.amount();
    }

    private boolean counts(String item) {
        return items().stream().anyMatch(one -> one.id().equals(item));
    }

    private List<Item> items() {
        return setting.dossier().contract().items().stream()
                .filter(item -> item.kind() == Item.Kind.SUBSCRIPTION || item.kind() == Item.Kind.OPTION)
                .toList();
    }
}
