package org.prorata.billing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.prorata.calendar.Anchors;
import org.prorata.calendar.Period;
import org.prorata.contract.Ask;
import org.prorata.contract.ChargeReason;
import org.prorata.contract.Dossier;
import org.prorata.contract.Event;
import org.prorata.contract.Item;
import org.prorata.course.Course;
import org.prorata.policy.choice.AfterEndMatter;
import org.prorata.terms.Setting;

/** What is charged past the end: the rest of the year, months kept running for the exit phase, months used on. */
final class AfterEnd {

    private final Setting setting;
    private final Dossier dossier;
    private final Course course;
    private final Course.End end;
    private final Ask.Bill window;

    AfterEnd(Setting setting, Course course, Ask.Bill window) {
        this.setting = setting;
        this.dossier = setting.dossier();
        this.course = course;
        this.end = course.end();
        this.window = window;
    }

    List<ChargeSlot> slots() {
        List<ChargeSlot> slots = new ArrayList<>();
        if (end == null || end.last().isAfter(window.to())) {
            return slots;
        }
        List<Item> running = dossier.contract().items().stream()
                .filter(item -> item.recurring() && item.per().months() > 0 && !item.from().isAfter(end.last())
                        && (item.to() == null || !item.to().isBefore(end.last()))).toList();
        if (end.restOfYearAgreed()) {
            running.forEach(item -> restOfYear(item, slots));
        }
        months(running, slots);
        return slots;
    }

    /** From the first period that was not invoiced when the end was known to the end of the item or of the year. */
    private void restOfYear(Item item, List<ChargeSlot> slots) {
        LocalDate after = end.after();
        LocalDate due = end.dueAfter();
        Anchors anchors = course.invoicing(end.last());
        LocalDate first = anchors.onOrAfter(course.inAdvance() ? due : after);
        LocalDate last = course.timeline().on(end.last()).year(end.last()).to();
        if (item.to() != null && item.to().isBefore(last)) {
            last = item.to();
        }
        if (!first.isAfter(last) && !due.isAfter(window.to())) {
            slots.add(new RestOfYearSlot(item, course.prices().on(item, end.last()), anchors, new Period(first, last), end,
                    dossier.digits()));
        }
    }

    private void months(List<Item> running, List<ChargeSlot> slots) {
        LocalDate keptUntil = keptRunningUntil();
        LocalDate usedUntil = usedUntil();
        LocalDate last = usedUntil == null || keptUntil != null && keptUntil.isAfter(usedUntil) ? keptUntil : usedUntil;
        if (last == null) {
            return;
        }
        LocalDate first = end.after();
        Anchors contractMonths = Anchors.from(dossier.contract().start(), 1);
        Anchors months = contractMonths.onOrAfter(first).equals(first) ? contractMonths : Anchors.from(first, 1);
        for (int k = months.indexOf(first); ; k++) {
            Period month = months.period(k);
            if (month.from().isAfter(last) || month.from().isAfter(window.to())) {
                return;
            }
            boolean kept = keptUntil != null && !month.from().isAfter(keptUntil);
            AfterEndRule rule = rule(kept ? AfterEndMatter.RUN_ON : AfterEndMatter.OVERSTAY);
            for (Item item : running) {
                slots.add(new MonthAfterEndSlot(item, course.prices().on(item, end.last()), month,
                        kept ? ChargeReason.RUN_ON : ChargeReason.OVERSTAY, rule, dossier.digits()));
            }
        }
    }

    private AfterEndRule rule(AfterEndMatter matter) {
        return setting.policies().require(AfterEndRule.TABLE, AfterEndRule::of, dossier.contract().start(),
                dossier.terms(), Setting.key(matter));
    }

    /** The last day of use after the end, or null. */
    private LocalDate usedUntil() {
        return dossier.events(Event.UseAfterEnd.class).stream().map(Event.UseAfterEnd::until)
                .filter(day -> day.isAfter(end.last())).max(LocalDate::compareTo).orElse(null);
    }

    /** The last day on which the contract goes on for the exit phase: its acceptance, else the window's last; or null. */
    private LocalDate keptRunningUntil() {
        List<Event.ReversibilityRequest> requests = dossier.events(Event.ReversibilityRequest.class);
        boolean requested = requests.stream().anyMatch(setting.noticeForm()::counts);
        if (!requested || !rule(AfterEndMatter.RUN_ON).byMonthsBegun()) {
            return null;
        }
        LocalDate accepted = dossier.events(Event.ReversibilityAccepted.class).stream()
                .map(Event.ReversibilityAccepted::on).min(LocalDate::compareTo).orElse(window.to());
        return accepted.isAfter(end.last()) ? accepted : null;
    }
}
