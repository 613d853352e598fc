package org.prorata.subject.terms;

import java.time.LocalDate;
import org.prorata.values.Anchors;
import org.prorata.values.Period;

/**
 * The course of a contract's terms from its start: a first term, then renewals, none, or no end at all; begun anew by a
 * change of plan. Every date is computed from the start, so that nothing drifts (C-DATE).
 */
public final class Timeline {

    private final Timeline before;
    private final LocalDate start;
    private final int firstMonths;
    private final int renewalMonths;
    /** The term that was worked out last; neighbouring days are mostly asked one after another. */
    private Period known;

    private Timeline(Timeline before, LocalDate start, int firstMonths, int renewalMonths) {
        this.before = before;
        this.start = start;
        this.firstMonths = firstMonths;
        this.renewalMonths = renewalMonths;
    }

    /** Terms of that many months; {@code renewalMonths} 0: no renewal. */
    public static Timeline terms(LocalDate start, int firstMonths, int renewalMonths) {
        return new Timeline(null, start, firstMonths, renewalMonths);
    }

    public static Timeline openEnded(LocalDate start) {
        return new Timeline(null, start, 0, 0);
    }

    /** The same course up to the day before {@code on}, then a new first term of that many months. */
    public Timeline restart(LocalDate on, int months) {
        return new Timeline(this, on, months, renewalMonths);
    }

    public LocalDate start() {
        return start;
    }

    /** The first day of the contract, before every change of plan. */
    public LocalDate origin() {
        return before == null ? start : before.origin();
    }

    /** The course that was in force on a day: this one, or the one before a change of plan. */
    public Timeline on(LocalDate day) {
        return before != null && day.isBefore(start) ? before.on(day) : this;
    }

    /** The course before the last change of plan, or null. */
    public Timeline before() {
        return before;
    }

    public boolean openEnded() {
        return firstMonths == 0;
    }

    public boolean renews() {
        return renewalMonths > 0;
    }

    /** The last covered day of a contract that does not renew, or null. */
    public LocalDate lastDay() {
        return openEnded() || renews()
                ? null
                : Anchors.from(start, firstMonths).at(1).minusDays(1);
    }

    /** The first day of the term after the one that {@code day} lies in; for an open-ended contract its anniversary. */
    public LocalDate renewalAfter(LocalDate day) {
        if (openEnded()) {
            return anniversaryAfter(day);
        }
        Anchors monthly = Anchors.from(start, 1);
        LocalDate next = monthly.at(firstMonths);
        if (day.isBefore(next) || !renews()) {
            return next;
        }
        int months = firstMonths;
        while (!day.isBefore(next)) {
            months += renewalMonths;
            next = monthly.at(months);
        }
        return next;
    }

    /** The running term on a day; for an open-ended contract the contract year. */
    public Period term(LocalDate day) {
        Period last = known;
        if (last != null && last.contains(day)) {
            return last;
        }
        known = openEnded() ? year(day) : findTerm(day);
        return known;
    }

    private Period findTerm(LocalDate day) {
        Anchors monthly = Anchors.from(start, 1);
        int months = firstMonths;
        LocalDate from = start;
        LocalDate to = monthly.at(months);
        while (renews() && !day.isBefore(to)) {
            from = to;
            months += renewalMonths;
            to = monthly.at(months);
        }
        return new Period(from, to.minusDays(1));
    }

    /** The first yearly anniversary after {@code day}. */
    public LocalDate anniversaryAfter(LocalDate day) {
        Anchors yearly = Anchors.from(start, 12);
        return yearly.at(yearly.indexOf(day) + 1);
    }

    /** The contract year that contains {@code day}. */
    public Period year(LocalDate day) {
        return Anchors.from(start, 12).around(day);
    }
}
