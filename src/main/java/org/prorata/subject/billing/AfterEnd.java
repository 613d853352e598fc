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
import org.prorata.subject.course.RunOn;
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
     * The months that the contract is kept running or used on.
     *
     * @param paid the days after the end that charges cover
     */
    List<ChargeSlot> months(PaidAfterEnd paid) {
        List<ChargeSlot> slots = new ArrayList<>();
        if (begun()) {
            months(running(), paid, slots);
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

    private void months(List<Item> running, PaidAfterEnd paid, List<ChargeSlot> slots) {
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
            AfterEndRule rule = AfterEndRule.of(setting, kept ? AfterEndMatter.RUN_ON : AfterEndMatter.OVERSTAY);
            for (Item item : running) {
                slots.add(new MonthAfterEndSlot(
                        item,
                        course.prices().on(item, end.last()),
                        month,
                        new MonthAfterEndSlot.Phase(
                                kept ? ChargeReason.RUN_ON : ChargeReason.OVERSTAY, rule, kept ? keptUntil : usedUntil),
                        paid.lastDay(item),
                        dossier.digits()));
            }
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
        RunOn runOn = RunOn.of(setting);
        if (!runOn.runs()) {
            return null;
        }
        LocalDate accepted = runOn.accepted() == null ? window.to() : runOn.accepted();
        return accepted.isAfter(end.last()) ? accepted : null;
    }
}
