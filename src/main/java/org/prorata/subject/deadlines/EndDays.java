package org.prorata.subject.deadlines;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.prorata.decision.Finding;
import org.prorata.decision.FindingSlot;
import org.prorata.decision.Reason;
import org.prorata.decision.Slot;
import org.prorata.subject.exit.DataDays;
import org.prorata.subject.exit.ExportRule;
import org.prorata.subject.exit.ServiceRule;
import org.prorata.subject.terms.EffectiveTerms;
import org.prorata.subject.terms.SwitchLimits;
import org.prorata.subject.terms.Switching;

/** Days that hang on the contract's end: the settled one, the last day of a contract that runs out, or the running term's. */
final class EndDays {

    private EndDays() {}

    /** @param switching what the law gave a client that left to switch provider, or null */
    static List<Slot<?>> slots(EffectiveTerms setting, LocalDate end, Switching switching) {
        List<Slot<?>> days = new ArrayList<>();
        SwitchLimits law = SwitchLimits.on(setting, end);
        // the law leaves a notice alone that it was not in force for
        SwitchLimits limit = law == null || SwitchLimits.on(setting, law.notice(end)) == null ? null : law;
        for (ServiceRule rule : ServiceRule.all(setting, end)) {
            days.add(new RequestDaySlot(rule, end, limit));
        }
        ExportRule export = ExportRule.find(setting, end);
        if (export != null) {
            days.add(FindingSlot.day(
                    Finding.EXPORT_REQUEST_FROM,
                    export.opens(end),
                    Reason.of("dates.export_opens", end),
                    export.row()));
            days.add(FindingSlot.day(
                    Finding.EXPORT_REQUEST_BY, end, Reason.of("dates.export_closes", end), export.row()));
        }
        days.addAll(DataDays.slots(setting, end, switching, true));
        return days;
    }
}
