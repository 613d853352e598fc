package org.prorata.values;

import java.time.LocalDate;

/** Calendar days from {@code from} to {@code to}, both included; never empty. */
public record Period(LocalDate from, LocalDate to) {

    public Period {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("a period cannot end on " + to + " before it starts on " + from);
        }
    }

    /** The number of days, at least 1. */
    public int days() {
        return (int) (to.toEpochDay() - from.toEpochDay()) + 1;
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    public boolean overlaps(Period other) {
        return !other.to.isBefore(from) && !other.from.isAfter(to);
    }

    /** The days that both have, or null when there are none. */
    public Period common(Period other) {
        LocalDate first = from.isBefore(other.from) ? other.from : from;
        LocalDate last = to.isAfter(other.to) ? other.to : to;
        return last.isBefore(first) ? null : new Period(first, last);
    }

    @Override
    public String toString() {
        return from + ".." + to;
    }
}
