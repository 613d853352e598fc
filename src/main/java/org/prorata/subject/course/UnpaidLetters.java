package org.prorata.subject.course;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.prorata.contract.Ask;
import org.prorata.contract.Cause;
import org.prorata.contract.Dossier;
import org.prorata.contract.Event.FormalNotice;
import org.prorata.contract.Event.Matter;
import org.prorata.contract.Event.TerminationNotice;
import org.prorata.contract.Invoice;
import org.prorata.contract.Party;
import org.prorata.decision.Decision;
import org.prorata.decision.Decision.TerminationRight;
import org.prorata.decision.Slot;
import org.prorata.subject.late.LateWork;
import org.prorata.subject.terms.EffectiveTerms;
import org.prorata.subject.terms.FormalNoticeRule;
import org.prorata.subject.terms.Insolvency;
import org.prorata.subject.terms.Leaving;

/** Which ends a provider may ask for at once as a formal notice to pay was left unpaid, asked of the question {@code late}. */
final class UnpaidLetters {

    private final EffectiveTerms setting;
    private final Dossier dossier;
    /** What the law makes of claims from before a judgment, or null. */
    private final Insolvency law;

    private final List<Asked> asked;
    private final Map<TerminationNotice, Leaving.LeftUnpaid> found;

    private record Asked(TerminationNotice notice, LateWork work) {}

    UnpaidLetters(EffectiveTerms setting, List<TerminationNotice> notices) {
        this.setting = setting;
        this.dossier = setting.dossier();
        this.asked = notices.isEmpty() ? List.of() : new ArrayList<>(notices.size());
        this.found = notices.isEmpty() ? Map.of() : new HashMap<>();
        this.law = dossier.statutes() ? Insolvency.find(setting) : null;
        for (TerminationNotice notice : notices) {
            LocalDate on =
                    notice.cause() == Cause.CLIENT_BREACH && notice.by() == Party.PROVIDER ? askedOn(notice) : null;
            if (on != null) {
                asked.add(new Asked(notice, new LateWork(dossier, new Ask.Late(on), setting.policies())));
            }
        }
    }

    /** The slots of the next pass; empty when the answers are there. */
    List<? extends Slot<?>> next() {
        while (!asked.isEmpty()) {
            Asked first = asked.get(0);
            List<? extends Slot<?>> slots = first.work().next();
            if (!slots.isEmpty()) {
                return slots;
            }
            asked.remove(0);
            take(first.notice(), first.work().decisions());
        }
        return List.of();
    }

    private void take(TerminationNotice notice, List<Decision> decisions) {
        Optional<TerminationRight> right = decisions.stream()
                .filter(TerminationRight.class::isInstance)
                .map(TerminationRight.class::cast)
                .min(Comparator.comparing(TerminationRight::from));
        if (right.isPresent()) {
            found.put(
                    notice,
                    new Leaving.LeftUnpaid(
                            right.get().from(),
                            null,
                            right.get().because().rows().get(0)));
        } else if (law != null && decisions.stream().anyMatch(this::barred)) {
            found.put(notice, new Leaving.LeftUnpaid(null, law.judgment(), law.row()));
        }
    }

    /** Whether a formal notice opens no right, as all that is unpaid is from before the judgment. */
    private boolean barred(Decision decision) {
        return decision instanceof Decision.NothingDue nothing
                && nothing.invoice() == null
                && !nothing.because().rows().isEmpty()
                && nothing.because().rows().get(0).equals(law.row());
    }

    /** The formal notice whose sums were left unpaid, or null. */
    Leaving.LeftUnpaid unpaid(TerminationNotice notice) {
        return found.get(notice);
    }

    /**
     * The last day by the notice on which what is unpaid changed, for interest only grows and the rate of a later day need
     * not be known yet; at least the last day of a formal notice that is over by the end asked for, else of the first one
     * that runs when the contract is ended. Null: no such formal notice.
     */
    private LocalDate askedOn(TerminationNotice notice) {
        List<FormalNotice> letters = dossier.events(FormalNotice.class).stream()
                .filter(formal -> lastDay(formal) != null)
                .toList();
        return letters.stream()
                .map(this::lastDay)
                .filter(day -> day.isBefore(notice.end()))
                .max(LocalDate::compareTo)
                .or(() -> letters.stream()
                        .filter(formal -> !formal.counts().isAfter(notice.counts()))
                        .map(this::lastDay)
                        .min(LocalDate::compareTo))
                .map(last -> Stream.concat(
                                dossier.invoices().stream().flatMap(UnpaidLetters::changes),
                                law == null ? Stream.of() : Stream.of(law.judgment()))
                        .filter(day -> day.isAfter(last) && !day.isAfter(notice.counts()))
                        .max(LocalDate::compareTo)
                        .orElse(last))
                .orElse(null);
    }

    /** The last of the days of a formal notice to pay that lets the provider end the contract, or null. */
    private LocalDate lastDay(FormalNotice formal) {
        FormalNoticeRule rule =
                formal.about() == Matter.PAYMENT && setting.noticeForm().counts(formal)
                        ? FormalNoticeRule.find(setting, formal.counts())
                        : null;
        return rule == null || !rule.termination() && law == null
                ? null
                : formal.counts().plusDays(rule.days());
    }

    private static Stream<LocalDate> changes(Invoice invoice) {
        Stream<LocalDate> payments = invoice.payments().stream().map(Invoice.Payment::on);
        Invoice.Dispute dispute = invoice.disputed();
        return dispute == null
                ? payments
                : Stream.concat(
                        payments,
                        dispute.to() == null
                                ? Stream.of(dispute.from())
                                : Stream.of(dispute.from(), dispute.to().plusDays(1)));
    }
}
