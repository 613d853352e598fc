package org.prorata.subject.rights;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.prorata.contract.Dossier;
import org.prorata.contract.Event;
import org.prorata.contract.Party;
import org.prorata.decision.TableRow;
import org.prorata.decision.policy.Policies;
import org.prorata.decision.policy.Row;

/** Lays out what concerns persons: who may use the service, cancelled consultations, how long their data are kept. */
final class PersonSlots {

    private final RightSlots slots;
    private final Dossier dossier;
    private final Policies policies;
    private final LocalDate on;
    private final LocalDate end;

    /** @param end last covered day of the contract, or null */
    PersonSlots(RightSlots slots, LocalDate end) {
        this.slots = slots;
        this.dossier = slots.setting().dossier();
        this.policies = slots.setting().policies();
        this.on = slots.on();
        this.end = end;
    }

    void add() {
        dossier.events(Event.Beneficiary.class).forEach(this::beneficiary);
        dossier.events(Event.Cancellation.class).forEach(this::cancellation);
        subsidiary(dossier.customer().subsidiaryPct());
    }

    private void beneficiary(Event.Beneficiary person) {
        EligibilityRule rule = policies.find(EligibilityRule.TABLE, EligibilityRule::of, on, dossier.terms());
        if (rule == null) {
            slots.silent("eligibility", person.on());
        } else {
            slots.add(new EligibilitySlot(person, rule, on));
        }
    }

    private void subsidiary(BigDecimal held) {
        SubsidiarySlot.Share rule = held == null
                ? null
                : policies.find(SubsidiarySlot.Share.TABLE, SubsidiarySlot.Share::of, on, dossier.terms());
        if (rule != null) {
            slots.add(new SubsidiarySlot(held, rule));
        } else if (held != null) {
            slots.silent("eligibility", dossier.contract().start());
        }
    }

    private void cancellation(Event.Cancellation cancellation) {
        boolean beneficiary = cancellation.by() == Party.BENEFICIARY;
        ConsultationRule rule = consultation(beneficiary ? "cancelled_by_beneficiary" : "cancelled_by_professional");
        ConsultationRule length = consultation("length");
        if (rule == null || length == null) {
            slots.silent(beneficiary ? "refuse_booking" : "rebooking", cancellation.on());
        } else {
            slots.add(new CancellationSlot(
                    cancellation, rule, length, slots.hours().clock()));
        }
    }

    private ConsultationRule consultation(String matter) {
        return policies.find(ConsultationRule.TABLE, ConsultationRule::of, on, dossier.terms(), matter);
    }

    /** How long data of each category are kept. */
    void retention() {
        LocalDate closed = dossier.events(Event.AccountClosed.class).stream()
                .map(Event.AccountClosed::on)
                .min(LocalDate::compareTo)
                .orElse(null);
        LocalDate last = closed == null || end != null && end.isBefore(closed) ? end : closed;
        Event.Booking booking = dossier.events(Event.Booking.class).stream()
                .filter(one -> !one.slot().toLocalDate().isAfter(on))
                .max(Comparator.comparing(Event.Booking::slot))
                .orElse(null);
        List<Event.Dispute> disputes = dossier.events(Event.Dispute.class);
        TableRow hold = disputes.isEmpty() ? null : policies.find(Hold.TABLE, Row::ref, on, dossier.terms());
        for (RetentionRule rule : policies.all(RetentionRule.TABLE, RetentionRule::of, on, dossier.terms())) {
            slots.add(new RetentionSlot(rule, last, booking, consultation("length"), on)
                    .held(Hold.of(hold, disputes, last == null ? null : rule.after(last))));
        }
    }
}
