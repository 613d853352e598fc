package org.prorata.subject.billing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.prorata.contract.Ask;
import org.prorata.contract.ChargeReason;
import org.prorata.contract.Dossier;
import org.prorata.contract.Item;
import org.prorata.decision.CannotDecide;
import org.prorata.decision.policy.choice.PartialMethod;
import org.prorata.decision.policy.choice.PartialSituation;
import org.prorata.subject.course.ContractState;
import org.prorata.subject.terms.EffectiveTerms;
import org.prorata.values.Anchors;
import org.prorata.values.Period;

/**
 * Lays out the billing periods of the items that are charged by time: which period, which of its days, on which day it
 * is invoiced. Without a record of what was billed only what falls into the window is laid out.
 */
final class BillingSchedule {

    private final EffectiveTerms setting;
    private final Dossier dossier;
    private final ContractState course;
    private final Ask.Bill window;
    private final LocalDate dayBefore;
    private final Anchors monthly;
    private final List<ChargeSlot> slots = new ArrayList<>();
    private final PartialRule[] partial = new PartialRule[PartialSituation.values().length];
    private final List<Period> sharedPeriods = new ArrayList<>(4);
    private Anchors shared;
    private int sharedFrom;

    BillingSchedule(EffectiveTerms setting, ContractState course, Ask.Bill window) {
        this.setting = setting;
        this.dossier = setting.dossier();
        this.course = course;
        this.window = window;
        this.dayBefore = window.from().minusDays(1);
        this.monthly = Anchors.from(dossier.contract().start(), 1);
    }

    /** The slots of all items charged by time, in the order of the items and of time. */
    List<ChargeSlot> periods() {
        for (Item item : dossier.contract().items()) {
            if (charged(item)) {
                lay(item);
            }
        }
        return slots;
    }

    private static boolean charged(Item item) {
        if (item.per().months() > 0 && item.kind() != Item.Kind.USAGE) {
            return true;
        }
        if (item.recurring()) {
            throw new CannotDecide(
                    "price-not-per-time",
                    "item " + item.id() + " is a "
                            + EffectiveTerms.key(item.kind()) + " priced per " + EffectiveTerms.key(item.per())
                            + ": state a price per month, quarter, half_year or year");
        }
        return false;
    }

    private boolean added(Item item) {
        return item.from().isAfter(dossier.contract().start());
    }

    private void lay(Item item) {
        LocalDate from = item.from();
        Anchors anchors = course.invoicing();
        ChargeReason first = added(item) ? ChargeReason.ADDED : ChargeReason.RECURRING;
        if (added(item) && !atTermStart(item)) {
            PartialRule rule = partial(PartialSituation.ADDED);
            if (rule.method() == PartialMethod.REMAINING_MONTHS) {
                from = restOfTerm(item, rule);
                first = ChargeReason.RECURRING;
            }
        }
        for (ContractState.Turn turn : course.turns()) {
            LocalDate day = turn.change().on();
            if (course.end() != null && day.isAfter(course.end().last())) {
                break;
            }
            boolean own = turn.change().item().equals(item.id());
            if (from == null || from.isAfter(day)) {
                anchors = turn.newTerm() && from != null ? Anchors.from(day, anchors.months()) : anchors;
                continue;
            }
            if (own) {
                run(item, anchors, from, day.minusDays(1), first, turn);
                first = ChargeReason.UPGRADE;
                from = day;
            } else if (turn.newTerm()) {
                LocalDate invoicedTo = anchors.around(day.minusDays(1)).to();
                if (!from.isAfter(invoicedTo)) {
                    run(item, anchors, from, invoicedTo, first, null);
                    first = ChargeReason.RECURRING;
                    from = invoicedTo.plusDays(1);
                }
            }
            if (turn.newTerm()) {
                anchors = Anchors.from(day, anchors.months());
            }
        }
        if (from != null) {
            run(item, anchors, from, null, first, null);
        }
    }

    private boolean atTermStart(Item item) {
        return course.timeline().on(item.from()).term(item.from()).from().equals(item.from());
    }

    /** An addition charged once to the end of the running term; the day after it, or null when nothing follows. */
    private LocalDate restOfTerm(Item item, PartialRule rule) {
        Period term = course.timeline().on(item.from()).term(item.from());
        LocalDate last = term.to();
        if (item.to() != null && item.to().isBefore(last)) {
            last = item.to();
        }
        ContractState.End end = course.end();
        if (end != null && end.last().isBefore(item.from())) {
            return null;
        }
        if (end != null && end.last().isBefore(last) && !end.known().isAfter(item.from())) {
            last = end.last();
        }
        Period rest = new Period(item.from(), last);
        if (!item.from().isAfter(window.to())) {
            PeriodSlot slot = new PeriodSlot(
                            item,
                            course.prices().on(item, item.from()),
                            rest,
                            rest,
                            course.invoicing().months(),
                            1,
                            item.from(),
                            ChargeReason.ADDED,
                            rule,
                            monthly,
                            dossier.digits())
                    .outOf(term);
            slots.add(slot);
            if (end != null && end.last().isBefore(last)) {
                slots.add(new UnusedAdditionSlot(slot, end, partial(PartialSituation.ENDED)));
            }
        }
        return last.plusDays(1);
    }

    /** Periods between two anchors from {@code from} to {@code to} (null: open), cut short by a change of plan or not. */
    private void run(
            Item item, Anchors anchors, LocalDate from, LocalDate to, ChargeReason first, ContractState.Turn cut) {
        LocalDate last = item.to();
        ContractState.End end = course.end();
        LocalDate runsOut = course.timeline().lastDay();
        if (runsOut != null && (last == null || runsOut.isBefore(last))) {
            last = runsOut;
        }
        if (to != null && (last == null || to.isBefore(last))) {
            last = to;
        }
        if (last != null && last.isBefore(from)) {
            return;
        }
        int perYear = Math.max(1, item.per().months() / anchors.months());
        int k = anchors.indexOf(from);
        if (dossier.billed().isEmpty() && course.turns().isEmpty() && end == null) {
            k = Math.max(k, anchors.indexOf(dayBefore));
        }
        for (; ; k++) {
            Period nominal = period(anchors, k);
            if (nominal.from().isAfter(window.to())
                    || last != null && nominal.from().isAfter(last)) {
                return;
            }
            LocalDate start = nominal.from().isBefore(from) ? from : nominal.from();
            LocalDate stop = last != null && nominal.to().isAfter(last) ? last : nominal.to();
            boolean opens = start.equals(from);
            slot(
                    item,
                    nominal,
                    start == nominal.from() && stop == nominal.to() ? nominal : new Period(start, stop),
                    Math.floorMod(k, perYear) + 1,
                    opens && (first != ChargeReason.ADDED || start.isAfter(nominal.from()))
                            ? first
                            : ChargeReason.RECURRING,
                    opens,
                    stop.equals(to) && stop.isBefore(nominal.to()) ? cut : null,
                    end);
        }
    }

    /** Items of one contract mostly share their periods. */
    private Period period(Anchors anchors, int k) {
        if (anchors != shared) {
            shared = anchors;
            sharedFrom = k;
            sharedPeriods.clear();
        }
        int place = k - sharedFrom;
        if (place < 0 || place > sharedPeriods.size()) {
            return anchors.period(k);
        }
        if (place == sharedPeriods.size()) {
            sharedPeriods.add(anchors.period(k));
        }
        return sharedPeriods.get(place);
    }

    private void slot(
            Item item,
            Period nominal,
            Period covered,
            int part,
            ChargeReason reason,
            boolean opens,
            ContractState.Turn cut,
            ContractState.End end) {
        Period days = covered;
        boolean advance = course.inAdvance();
        boolean invoicedBefore = false;
        if (cut != null && advance) {
            days = new Period(
                    covered.from(), item.to() != null && item.to().isBefore(nominal.to()) ? item.to() : nominal.to());
        }
        if (end != null && days.to().isAfter(end.last())) {
            boolean past = days.from().isAfter(end.last());
            invoicedBefore = advance && end.known().isAfter(days.from()) || end.restOfYearDue() && !past;
            if (!invoicedBefore) {
                if (past) {
                    return;
                }
                days = new Period(days.from(), end.last());
            }
        }
        LocalDate on = advance
                ? days.from()
                : end != null && end.last().isBefore(days.to())
                        ? end.last().plusDays(1)
                        : days.to().plusDays(1);
        if (on.isAfter(window.to())) {
            return;
        }
        PeriodSlot slot = new PeriodSlot(
                item,
                course.prices().on(item, days.from()),
                nominal,
                days,
                course.invoicing().months(),
                part,
                on,
                reason,
                partial(item, nominal, days, opens),
                monthly,
                dossier.digits());
        slots.add(slot);
        left(slot, cut, invoicedBefore ? end : null);
    }

    /** What of a period that was invoiced is not used; the rules say whether it is given back. */
    private void left(PeriodSlot slot, ContractState.Turn cut, ContractState.End end) {
        if (cut != null && course.inAdvance()) {
            if (!cut.change().on().isAfter(slot.covered().to())) {
                slots.add(new UnusedAfterChangeSlot(slot, cut));
            }
        } else if (end != null) {
            slots.add(new UnusedAfterEndSlot(slot, end, partial(PartialSituation.ENDED)));
        }
    }

    private PartialRule partial(Item item, Period nominal, Period days, boolean opens) {
        if (days == nominal || days.equals(nominal)) {
            return null;
        }
        if (opens && days.from().isAfter(nominal.from())) {
            return partial(
                    added(item) && days.from().equals(item.from()) ? PartialSituation.ADDED : PartialSituation.FIRST);
        }
        return partial(PartialSituation.LAST);
    }

    private PartialRule partial(PartialSituation situation) {
        int place = situation.ordinal();
        if (partial[place] == null) {
            partial[place] = setting.policies()
                    .require(
                            PartialRule.TABLE,
                            PartialRule::of,
                            dossier.contract().start(),
                            dossier.terms(),
                            setting.prorationKey(),
                            EffectiveTerms.key(situation));
        }
        return partial[place];
    }
}
