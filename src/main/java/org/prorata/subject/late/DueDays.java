package org.prorata.subject.late;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.prorata.contract.Invoice;
import org.prorata.decision.Becauses;
import org.prorata.decision.Displaced;
import org.prorata.decision.Proposal;
import org.prorata.decision.Settlement;
import org.prorata.decision.Slot;
import org.prorata.decision.policy.choice.InterestBasis;
import org.prorata.subject.terms.EffectiveTerms;
import org.prorata.subject.terms.Insolvency;
import org.prorata.subject.terms.PaymentLimit;
import org.prorata.subject.terms.PaymentTerm;

/** Due days of the invoices known on a day, and which of them are in arrears. */
final class DueDays {

    private final EffectiveTerms setting;
    private final LocalDate on;
    private PaymentTerm term;

    DueDays(EffectiveTerms setting, LocalDate on) {
        this.setting = setting;
        this.on = on;
    }

    /** One slot for each invoice that was issued by the day and asks for money. */
    List<DueSlot> slots() {
        List<Invoice> invoices = setting.dossier().invoices();
        List<DueSlot> slots = new ArrayList<>(invoices.size());
        for (int i = 0; i < invoices.size(); i++) {
            Invoice invoice = invoices.get(i);
            if (invoice.amount().signum() > 0 && !invoice.issued().isAfter(on)) {
                slots.add(slot(invoice));
            }
        }
        return slots;
    }

    private DueSlot slot(Invoice invoice) {
        if (invoice.due() == null && term == null) {
            term = setting.paymentTerm();
        }
        PaymentLimit limit = setting.dossier().statutes() ? setting.paymentLimit(invoice) : null;
        return new DueSlot(
                invoice,
                invoice.due() == null ? term : null,
                setting.dossier().contract().paymentRule(),
                limit,
                setting.dossier().customer().buyer());
    }

    /** What the insolvency of the client and the disputes do to the invoices in arrears, for the rules to say. */
    List<Slot<?>> standing(List<Arrears> arrears) {
        Insolvency law = Insolvency.find(setting);
        List<Slot<?>> slots = List.of();
        for (Arrears one : arrears) {
            if (law != null || one.debt().invoice().disputed() != null) {
                slots = slots.isEmpty() ? new ArrayList<>(2) : slots;
            }
            if (law != null) {
                slots.add(new JudgmentSlot(one, law.judgment(), on, law.row()));
            }
            if (one.debt().invoice().disputed() != null && one.rule().basis() != InterestBasis.NONE) {
                slots.add(new DisputeSlot(one, one.rule()));
            }
        }
        return slots;
    }

    /** The invoice in arrears, or null when it is not late. */
    Arrears arrears(DueSlot slot) {
        Settlement.Settled<LocalDate> settled = Settlement.one(slot);
        Proposal<LocalDate> stands = settled.stands();
        Debt debt = new Debt(slot.invoice(), stands.value(), on);
        if (!debt.late()) {
            return null;
        }
        List<Displaced> displaced = settled.displaced().isEmpty()
                ? List.of()
                : settled.displaced().stream()
                        .map(lower -> Becauses.displaced(lower, Map.of("due", lower.value())))
                        .toList();
        InterestRule rule = setting.law(
                InterestRule.TABLE,
                InterestRule::of,
                debt.firstLate(),
                setting.dossier().terms(),
                setting.professional(),
                setting.dossier().customer().publicBuyer() ? "yes" : "no");
        return new Arrears(debt, new Arrears.DueReason(stands.rows(), stands.reason(), displaced), rule);
    }
}
