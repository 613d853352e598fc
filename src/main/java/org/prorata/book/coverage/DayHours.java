package org.prorata.book.coverage;

import java.time.LocalTime;
import java.util.Comparator;
import org.prorata.decision.policy.Row;

/**
 * The hours of a weekday that a row counts.
 *
 * @param to null: midnight
 */
record DayHours(Row row, String weekday, LocalTime from, LocalTime to) implements Comparable<DayHours> {

    /** Null for a row that counts the day alone. */
    static DayHours of(Row row) {
        if (row.integer("from_hour") == null) {
            return null;
        }
        LocalTime to = LocalTime.MIDNIGHT.plusHours(row.integer("to_hour")).plusMinutes(row.integer("to_minute"));
        return new DayHours(
                row,
                row.text("weekday"),
                LocalTime.of(row.integer("from_hour"), row.integer("from_minute")),
                to.equals(LocalTime.MIDNIGHT) ? null : to);
    }

    /** By weekday, then by beginning. */
    @Override
    public int compareTo(DayHours other) {
        return Comparator.comparing(DayHours::weekday)
                .thenComparing(DayHours::from)
                .compare(this, other);
    }

    /** Whether they begin before hours end that begin no later. */
    boolean startsWithin(DayHours before) {
        return weekday.equals(before.weekday) && (before.to == null || from.isBefore(before.to));
    }

    boolean endsBefore(DayHours other) {
        return to != null && (other.to == null || to.isBefore(other.to));
    }

    String shownEnd() {
        return to == null ? "24:00" : to.toString();
    }
}
