package org.prorata.app.exits;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.prorata.book.engine.BookAnswer;
import org.prorata.book.engine.Evaluator;
import org.prorata.book.engine.Evaluator.Request;
import org.prorata.contract.Ask;
import org.prorata.contract.Dossier;
import org.prorata.contract.Invoice;
import org.prorata.decision.Decision;
import org.prorata.values.Amounts;

/**
 * What the client owes on the day of the notice whether it leaves or not, as far as it is known.
 *
 * @param lateInterest not claimed yet, as {@code recoveryFees}
 * @param openInvoices what is unpaid of the invoices issued by then, tax included
 * @param unknown      by invoice why its interest cannot be told
 */
public record DueAnyway(
        BigDecimal lateInterest,
        BigDecimal recoveryFees,
        BigDecimal openInvoices,
        List<Decision> decisions,
        Map<String, String> unknown) {

    static DueAnyway of(Evaluator evaluator, Dossier dossier, LocalDate day) {
        Ask ask = new Ask.Late(day);
        BookAnswer all = evaluator.decideAll(List.of(new Request(dossier, ask))).get(0);
        List<Decision> decisions = new ArrayList<>(all.decisions());
        Map<String, String> unknown = new LinkedHashMap<>();
        if (all.error() != null) {
            for (Invoice invoice : dossier.invoices()) {
                BookAnswer one = evaluator
                        .decideAll(List.of(new Request(dossier.withInvoices(List.of(invoice)), ask)))
                        .get(0);
                decisions.addAll(one.decisions());
                if (one.error() != null) {
                    unknown.put(invoice.id(), one.error().getMessage());
                }
            }
        }
        BigDecimal interest = BigDecimal.ZERO.setScale(dossier.digits());
        BigDecimal fees = interest;
        for (Decision decision : decisions) {
            if (decision instanceof Decision.LateInterest late) {
                interest = interest.add(late.toClaim());
            } else if (decision instanceof Decision.RecoveryFee fee) {
                fees = fees.add(fee.toClaim());
            }
        }
        BigDecimal open = dossier.invoices().stream()
                .filter(invoice -> !invoice.issued().isAfter(day))
                .map(invoice -> open(invoice, day))
                .reduce(BigDecimal.ZERO.setScale(dossier.digits()), BigDecimal::add);
        return new DueAnyway(interest, fees, open, List.copyOf(decisions), unknown);
    }

    private static BigDecimal open(Invoice invoice, LocalDate day) {
        return Amounts.notBelowZero(invoice.amount()
                .subtract(invoice.payments().stream()
                        .filter(payment -> !payment.on().isAfter(day))
                        .map(Invoice.Payment::amount)
                        .reduce(BigDecimal.ZERO, BigDecimal::add)));
    }
}
