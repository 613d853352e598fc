package org.prorata.subject.servicelevel;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.prorata.decision.CannotDecide;
import org.prorata.decision.TableRow;
import org.prorata.decision.policy.Row;
import org.prorata.decision.policy.TableId;

/** Hours of one weekday, as a row says; an end at hour 24 is the midnight after. No hours: only the day counts. */
record Window(DayOfWeek weekday, LocalTime opens, LocalTime closes, TableRow row) {

    static final TableId TABLE = TableId.of("service-level", "windows", "terms", "purpose");

    static Window of(Row row) {
        return new Window(row.choice("weekday", DayOfWeek.class), time(row, "from"), time(row, "to"), row.ref());
    }

    private static LocalTime time(Row row, String end) {
        Integer hour = row.integer(end + "_hour");
        return hour == null ? null : LocalTime.MIDNIGHT.plusHours(hour).plusMinutes(row.integer(end + "_minute"));
    }

    boolean hours() {
        return opens != null;
    }

    private LocalTime given(LocalTime time) {
        if (time == null) {
            throw new CannotDecide(
                    "no-working-hours",
                    "row " + row.citation()
                            + " needs from_hour, from_minute, to_hour and to_minute, as hours are counted");
        }
        return time;
    }

    LocalDateTime from(LocalDate day) {
        return day.atTime(given(opens));
    }

    /** An end that is not later than the beginning lies on the next day: midnight. */
    LocalDateTime to(LocalDate day) {
        return given(closes).isAfter(opens)
                ? day.atTime(closes)
                : day.plusDays(1).atTime(closes);
    }
}
