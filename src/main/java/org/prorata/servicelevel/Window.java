package org.prorata.servicelevel;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.prorata.decision.TableRow;
import org.prorata.policy.Row;
import org.prorata.policy.TableId;

/** Hours of one weekday, as a row says; an end at hour 24 is the midnight after. */
record Window(DayOfWeek weekday, LocalTime opens, LocalTime closes, TableRow row) {

    static final TableId TABLE = TableId.of("service-level", "windows", "terms", "purpose");

    static Window of(Row row) {
        LocalTime closes = LocalTime.MIDNIGHT.plusHours(row.integer("to_hour")).plusMinutes(row.integer("to_minute"));
        return new Window(row.choice("weekday", DayOfWeek.class),
                LocalTime.of(row.integer("from_hour"), row.integer("from_minute")), closes, row.ref());
    }

    LocalDateTime from(LocalDate day) {
        return day.atTime(opens);
    }

    /** An end that is not later than the beginning lies on the next day: midnight. */
    LocalDateTime to(LocalDate day) {
        return closes.isAfter(opens) ? day.atTime(closes) : day.plusDays(1).atTime(closes);
    }
}
