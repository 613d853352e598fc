package org.prorata.exit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.prorata.contract.Event;
import org.prorata.course.DaySlot;
import org.prorata.decision.Reason;
import org.prorata.terms.Setting;

/** What becomes of the data after an end: copy, deletion, and the days that the law on switching adds. */
public final class DataDays {

    private DataDays() {
    }

    /** The days that terms and law set after an end. */
    public static List<DaySlot> slots(Setting setting, LocalDate end) {
        List<DaySlot> days = new ArrayList<>();
        MonthsRule copy = MonthsRule.copy(setting, end);
        if (copy != null) {
            days.add(new DaySlot("data_copy", copy.after(end), Reason.of("data.copy", copy.months(), end), copy.row()));
        }
        deletion(setting, end, days);
        ExportRule export = ExportRule.find(setting, end);
        if (export != null) {
            days.add(new DaySlot("module_maintenance", export.maintained(end),
                    Reason.of("data.maintained", export.maintenanceMonths(), end), export.row()));
        }
        SwitchRules.Limits law = SwitchRules.limits(setting, end);
        if (law != null) {
            days.add(new DaySlot("switching_notice", end.minusMonths(law.noticeMonths()),
                    Reason.of("switching.notice", law.noticeMonths(), end), law.row()));
            days.add(new DaySlot("switching_transition", law.transition(end),
                    Reason.of("switching.transition", law.transitionDays(), end), law.row()));
            days.add(new DaySlot("data_retrieval", law.retrieval(end),
                    Reason.of("switching.retrieval", law.retrievalDays(), law.transition(end)), law.row()));
            days.add(new DaySlot("data_erasure", law.retrieval(end).plusDays(1),
                    Reason.of("switching.erasure", law.retrieval(end)), law.row()));
        }
        return days;
    }

    private static void deletion(Setting setting, LocalDate end, List<DaySlot> days) {
        List<Event.DeletionAgreed> agreed = setting.dossier().events(Event.DeletionAgreed.class);
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
