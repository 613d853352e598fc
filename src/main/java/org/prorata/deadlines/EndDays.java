package org.prorata.deadlines;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.prorata.course.DaySlot;
import org.prorata.decision.Reason;
import org.prorata.exit.DataDays;
import org.prorata.exit.ExportRule;
import org.prorata.exit.ServiceRule;
import org.prorata.exit.SwitchRules;
import org.prorata.terms.Setting;

/** Days that hang on the contract's end: the settled one, the last day of a contract that runs out, or the running term's. */
final class EndDays {

    private EndDays() {
    }

    static List<DaySlot> slots(Setting setting, LocalDate end) {
        List<DaySlot> days = new ArrayList<>();
        SwitchRules.Limits law = SwitchRules.limits(setting, end);
        ServiceRule.all(setting, end).forEach((service, rule) -> {
            LocalDate latest = rule.latest(end);
            String matter = "reversibility_request_" + service;
            LocalDate lawful = law == null ? latest : end.minusMonths(law.noticeMonths());
            if (latest.isBefore(lawful) && SwitchRules.limits(setting, lawful) != null) {
                days.add(new DaySlot(matter, lawful,
                        Reason.of("dates.reversibility_law", law.noticeMonths(), service, end), law.row()));
            } else {
                days.add(new DaySlot(matter, latest, Reason.of("dates.reversibility", service, end), rule.row()));
            }
        });
        ExportRule export = ExportRule.find(setting, end);
        if (export != null) {
            days.add(new DaySlot("export_request_from", export.opens(end), Reason.of("dates.export_opens", end), export.row()));
            days.add(new DaySlot("export_request_by", end, Reason.of("dates.export_closes", end), export.row()));
        }
        days.addAll(DataDays.slots(setting, end, true));
        return days;
    }
}
