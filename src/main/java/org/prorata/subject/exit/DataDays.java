package org.prorata.subject.exit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.prorata.contract.Event;
import org.prorata.decision.Finding;
import org.prorata.decision.FindingSlot;
import org.prorata.decision.Reason;
import org.prorata.decision.Slot;
import org.prorata.subject.terms.EffectiveTerms;
import org.prorata.subject.terms.SwitchLimits;
import org.prorata.subject.terms.Switching;

/** What becomes of the data after an end: copy, deletion, and the days that the law on switching adds. */
public final class DataDays {

    private DataDays() {}

    /**
     * The days that terms and law set after an end.
     *
     * @param switching what the law gave a client that left to switch provider, or null; its transition lies before the end
     * @param modules whether modules may be taken away
     */
    public static List<Slot<?>> slots(EffectiveTerms setting, LocalDate end, Switching switching, boolean modules) {
        List<Slot<?>> days = new ArrayList<>();
        SwitchLimits law = SwitchLimits.on(setting, end);
        LocalDate transition = law == null ? null : switching == null ? law.transition(end) : end;
        LocalDate retrieval = law == null ? null : transition.plusDays(law.retrievalDays());
        MonthsRule copy = MonthsRule.copy(setting, end);
        if (copy != null) {
            days.add(new CopySlot(end, copy, retrieval, law));
        }
        days.add(new DeletionSlot(end, agreed(setting, end), MonthsRule.deletion(setting, end)));
        ExportRule export = ExportRule.find(setting, end);
        if (export != null && modules) {
            days.add(FindingSlot.day(
                    Finding.MODULE_MAINTENANCE,
                    export.maintained(end),
                    Reason.of("data.maintained", export.maintenanceMonths(), end),
                    export.row()));
        }
        if (law == null) {
            return days;
        }
        // a notice before the law was in force is none that it could limit, and one to switch was given
        if (switching == null && SwitchLimits.on(setting, law.notice(end)) != null) {
            days.add(FindingSlot.day(
                    Finding.SWITCHING_NOTICE,
                    law.notice(end),
                    Reason.of("switching.notice", law.noticeMonths(), end),
                    law.row()));
        }
        days.add(FindingSlot.day(
                Finding.SWITCHING_TRANSITION,
                transition,
                switching == null
                        ? Reason.of("switching.transition", law.transitionDays(), end)
                        : Reason.of("switching.transition_within", end),
                law.row()));
        days.add(FindingSlot.day(
                Finding.DATA_RETRIEVAL,
                retrieval,
                Reason.of("switching.retrieval", law.retrievalDays(), transition),
                law.row()));
        days.add(FindingSlot.day(
                Finding.DATA_ERASURE, retrieval.plusDays(1), Reason.of("switching.erasure", retrieval), law.row()));
        return days;
    }

    /** Agreements in writing until when the data stay: one that lies before the end changes nothing, which is said. */
    static List<FindingSlot> agreements(EffectiveTerms setting, LocalDate end) {
        return setting.dossier().events(Event.DeletionAgreed.class).stream()
                .map(one -> FindingSlot.possible(
                                Finding.DELETION_AGREED_BEFORE_END,
                                Reason.of("data.deletion_agreed_before_end", one.on(), one.until(), end))
                        .on(one.until())
                        .within(end, null))
                .toList();
    }

    /** Of several agreements the last that reaches the end, else the last, which the rules then leave aside; or null. */
    private static Event.DeletionAgreed agreed(EffectiveTerms setting, LocalDate end) {
        List<Event.DeletionAgreed> all = setting.dossier().events(Event.DeletionAgreed.class);
        return Stream.concat(
                        all.stream().filter(one -> one.until().isBefore(end)),
                        all.stream().filter(one -> !one.until().isBefore(end)))
                .reduce((first, last) -> last)
                .orElse(null);
    }
}
