package org.prorata.values;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * Days on which periods begin: every {@code months} months from {@code origin}, on day {@code day} of the month or on
 * the month's last day where it is shorter. Always computed from the origin, so that they never drift (C-DATE).
 */
public record Anchors(LocalDate origin, int day, int months) {

    /** Days that every month has. */
    private static final int SHORTEST = 28;

    public Anchors {
        if (months < 1) {
            throw new IllegalArgumentException("anchors are at least a month apart");
        }
    }

    /** Anchors that keep the origin's own day of the month. */
    public static Anchors from(LocalDate origin, int months) {
        return new Anchors(origin, origin.getDayOfMonth(), months);
    }

    /** Anchors on day {@code day} of the month, the first on or after {@code start}. */
    public static Anchors onDay(int day, LocalDate start, int months) {
        LocalDate here = clip(start, day);
        return new Anchors(here.isBefore(start) ? clip(start.withDayOfMonth(1).plusMonths(1), day) : here, day, months);
    }

    /** Anchor number {@code k}; 0 is the origin, negative numbers lie before it. */
    public LocalDate at(int k) {
        if (k == 0) {
            return origin;
        }
        int month = origin.getYear() * 12 + origin.getMonthValue() - 1 + k * months;
        int year = Math.floorDiv(month, 12);
        int of = Math.floorMod(month, 12) + 1;
        return LocalDate.of(
                year,
                of,
                day <= SHORTEST ? day : Math.min(day, YearMonth.of(year, of).lengthOfMonth()));
    }

    /** The number of the last anchor on or before {@code date}. */
    public int indexOf(LocalDate date) {
        int apart = (date.getYear() - origin.getYear()) * 12 + date.getMonthValue() - origin.getMonthValue();
        int k = Math.floorDiv(apart, months);
        boolean inAnchorMonth = k * months == apart;
        return inAnchorMonth && date.getDayOfMonth() < Math.min(day, date.lengthOfMonth()) ? k - 1 : k;
    }

    /** The period that begins at anchor {@code k} and ends the day before the next. */
    public Period period(int k) {
        return new Period(at(k), at(k + 1).minusDays(1));
    }

    /** The period between two anchors that contains {@code date}. */
    public Period around(LocalDate date) {
        return period(indexOf(date));
    }

    /** The first anchor on or after {@code date}. */
    public LocalDate onOrAfter(LocalDate date) {
        int k = indexOf(date);
        LocalDate here = at(k);
        return here.equals(date) ? here : at(k + 1);
    }

    /** The same origin and day with another distance. */
    public Anchors every(int otherMonths) {
        return otherMonths == months ? this : new Anchors(origin, day, otherMonths);
    }

    private static LocalDate clip(LocalDate month, int day) {
        return month.withDayOfMonth(Math.min(day, month.lengthOfMonth()));
    }
}
