package org.prorata.exit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.prorata.contract.Event;
import org.prorata.course.DaySlot;
import org.prorata.course.RemarkSlot;
import org.prorata.decision.Reason;
import org.prorata.terms.Setting;

/** What becomes of the data after an end: copy, deletion, and the days that the law on switching adds. */
public final class DataDays {

    private DataDays() {
    }

    /**
     * The days that terms and law set after an end.
     *
     * @param modules whether modules may be taken away
     */
    public static List<DaySlot> slots(Setting setting, LocalDate end, boolean modules) {
        List<DaySlot> days = new ArrayList<>();
        MonthsRule copy = MonthsRule.copy(setting, end);
        if (copy != null) {
            days.add(new DaySlot("data_copy", copy.after(end), Reason.of("data.copy", copy.months(), end), copy.row()));
        }
        deletion(setting, end, days);
        ExportRule export = ExportRule.find(setting, end);
        if (export != null && modules) {
            days.add(new DaySlot("module_maintenance", export.maintained(end),
                    Reason.of("data.maintained", export.maintenanceMonths(), end), export.row()));
        }
        SwitchRules.Limits law = SwitchRules.limits(setting, end);
        if (law != null) {
            LocalDate notice = end.minusMonths(law.noticeMonths());
            if (SwitchRules.limits(setting, notice) != null) {
                days.add(new DaySlot("switching_notice", notice, Reason.of("switching.notice", law.noticeMonths(), end), law.row()));
            }
            days.add(new DaySlot("switching_transition", law.transition(end),
                    Reason.of("switching.transition", law.transitionDays(), end), law.row()));
            days.add(new DaySlot("data_retrieval", law.retrieval(end),
                    Reason.of("switching.retrieval", law.retrievalDays(), law.transition(end)), law.row()));
            days.add(new DaySlot("data_erasure", law.retrieval(end).plusDays(1),
                    Reason.of("switching.erasure", law.retrieval(end)), law.row()));
        }
        return days;
    }

    /** Warnings of agreements that would let the data go before the end. */
    static List<RemarkSlot> warnings(Setting setting, LocalDate end) {
        return setting.dossier().events(Event.DeletionAgreed.class).stream().filter(one -> one.until().isBefore(end))
                .map(one -> RemarkSlot.warning("deletion_agreed_before_end",
                        Reason.of("data.deletion_agreed_before_end", one.on(), one.until(), end))).toList();
    }

    private static void deletion(Setting setting, LocalDate end, List<DaySlot> days) {
        List<Event.DeletionAgreed> agreed = setting.dossier().events(Event.DeletionAgreed.class).stream()
                .filter(one -> !one.until().isBefore(end)).toList();
        MonthsRule rule = MonthsRule.deletion(setting, end);
        if (!agreed.isEmpty()) {
            Event.DeletionAgreed last = agreed.get(agreed.size() - 1);
            Reason why = Reason.of("data.deletion_agreed", last.on(), last.until());
            days.add(rule == null ? new DaySlot("data_deletion_agreed", last.until(), why)
                    : new DaySlot("data_deletion_agreed", last.until(), why, rule.row()));
        } else if (rule != null) {
            days.add(new DaySlot("data_deletion", rule.after(end), Reason.of("data.deletion", rule.months(), end), rule.row()));
        }
    }
}
