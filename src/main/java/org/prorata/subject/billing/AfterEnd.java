package org.prorata.subject.billing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.prorata.contract.Ask;
import org.prorata.contract.ChargeReason;
import org.prorata.contract.Dossier;
import org.prorata.contract.Event;
import org.prorata.contract.Item;
import org.prorata.decision.policy.choice.AfterEndMatter;
import org.prorata.subject.course.AfterEndRule;
import org.prorata.subject.course.ContractState;
import org.prorata.subject.course.ExitPhase;
import org.prorata.subject.terms.EffectiveTerms;
import org.prorata.values.Anchors;
import org.prorata.values.Period;

/** What is charged past the end: the rest of the year, months kept running for the exit phase, months used on. */
final class AfterEnd {

    private final EffectiveTerms setting;
    private final Dossier dossier;
    private final ContractState course;
    private final ContractState.End end;
    private final Ask.Bill window;

    AfterEnd(EffectiveTerms setting, ContractState course, Ask.Bill window) {
        this.setting = setting;
        this.dossier = setting.dossier();
        this.course = course;
        this.end = course.end();
        this.window = window;
    }

    /** The parts of the year that are not invoiced. */
    List<ChargeSlot> restOfYear() {
        List<ChargeSlot> slots = new ArrayList<>();
        if (begun() && end.restOfYearAgreed()) {
            running().forEach(item -> restOfYear(item, slots));
        }
        return slots;
    }

    /**
     * The months that the contract is kept running for the exit phase.
     *
     * @param paid the days after the end that charges cover
     */
    List<ChargeSlot> runOn(PaidAfterEnd paid) {
        LocalDate until = begun() ? keptRunningUntil() : null;
        List<ChargeSlot> slots = new ArrayList<>();
        if (until != null) {
            AfterEndRule rule = AfterEndRule.of(setting, AfterEndMatter.RUN_ON);
            running()
                    .forEach(item -> months(
                            item,
                            months(end.after()),
                            end.after(),
                            new MonthAfterEndSlot.Phase(ChargeReason.RUN_ON, rule, until),
                            paid,
                            slots));
        }
        return slots;
    }

    /**
     * The months that the contract is used on, from the first day that is neither kept running nor in a month charged for that.
     *
     * @param paid the days after the end that charges cover, those of the exit phase included
     */
    List<ChargeSlot> overstay(PaidAfterEnd paid) {
        LocalDate until = begun() ? usedUntil() : null;
        List<ChargeSlot> slots = new ArrayList<>();
        if (until != null) {
            AfterEndRule rule = AfterEndRule.of(setting, AfterEndMatter.OVERSTAY);
            LocalDate kept = keptRunningUntil();
            LocalDate after = kept == null ? end.after() : kept.plusDays(1);
            Anchors sinceEnd = months(end.after());
            for (Item item : running()) {
                LocalDate charged = paid.lastDayOfRunOn(item);
                LocalDate first = charged == null || charged.isBefore(after) ? after : charged.plusDays(1);
                Anchors months = sinceEnd.onOrAfter(first).equals(first) ? sinceEnd : months(first);
                months(
                        item,
                        months,
                        first,
                        new MonthAfterEndSlot.Phase(ChargeReason.OVERSTAY, rule, until),
                        paid,
                        slots);
            }
        }
        return slots;
    }

    /** Whether the end lies within what is looked at. */
    private boolean begun() {
        return end != null && !end.last().isAfter(window.to());
    }

    /** The items that ran at the end. */
    private List<Item> running() {
        return dossier.contract().items().stream()
                .filter(item -> item.recurring()
                        && item.per().months() > 0
                        && !item.from().isAfter(end.last())
                        && (item.to() == null || !item.to().isBefore(end.last())))
                .toList();
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
            slots.add(new RestOfYearSlot(
                    item,
                    course.prices().on(item, end.last()),
                    anchors,
                    new Period(first, last),
                    end,
                    dossier.digits()));
        }
    }

    /** The months of the contract where one begins on a day, else months from that day. */
    private Anchors months(LocalDate first) {
        Anchors contractMonths = Anchors.from(dossier.contract().start(), 1);
        return contractMonths.onOrAfter(first).equals(first) ? contractMonths : Anchors.from(first, 1);
    }

    private void months(
            Item item,
            Anchors months,
            LocalDate first,
            MonthAfterEndSlot.Phase phase,
            PaidAfterEnd paid,
            List<ChargeSlot> slots) {
        for (int k = months.indexOf(first); ; k++) {
            Period month = months.period(k);
            if (month.from().isAfter(phase.last()) || month.from().isAfter(window.to())) {
                return;
            }
            slots.add(new MonthAfterEndSlot(
                    item, course.prices().on(item, end.last()), month, phase, paid.lastDay(item), dossier.digits()));
        }
    }

    /** The last day of use after the end, or null. */
    private LocalDate usedUntil() {
        return dossier.events(Event.UseAfterEnd.class).stream()
                .map(Event.UseAfterEnd::until)
                .filter(day -> day.isAfter(end.last()))
                .max(LocalDate::compareTo)
                .orElse(null);
    }

    /** The last day on which the contract goes on for the exit phase: its acceptance, else the window's last; or null. */
    private LocalDate keptRunningUntil() {
        ExitPhase runOn = ExitPhase.of(setting);
        if (!runOn.runs()) {
            return null;
        }
        LocalDate accepted = runOn.accepted() == null ? window.to() : runOn.accepted();
        return accepted.isAfter(end.last()) ? accepted : null;
    }
}
