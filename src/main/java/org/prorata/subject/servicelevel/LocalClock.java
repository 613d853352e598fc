package org.prorata.subject.servicelevel;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import org.prorata.values.TimeSpans;

/** The provider's local time on the universal clock, daylight saving included (C-SERVICE). */
public record LocalClock(ZoneId zone) {

    /**
     * The second at which a local time stands. An hour that the clocks skip is the moment of the change; of an hour that
     * comes twice the first is meant.
     */
    public long at(LocalDateTime local) {
        ZoneOffsetTransition change = zone.getRules().getTransition(local);
        if (change != null) {
            return change.isGap() ? change.toEpochSecond() : local.toEpochSecond(change.getOffsetBefore());
        }
        ZoneOffset offset = zone.getRules().getOffset(local);
        return local.toEpochSecond(offset);
    }

    /** The moment at which a local time stands. */
    public Instant instant(LocalDateTime local) {
        return Instant.ofEpochSecond(at(local));
    }

    public LocalDateTime local(long second) {
        return LocalDateTime.ofInstant(Instant.ofEpochSecond(second), zone);
    }

    /** The first second of a day. */
    public long start(LocalDate day) {
        return at(day.atStartOfDay());
    }

    /** The days from one to another, both whole. */
    public TimeSpans days(LocalDate first, LocalDate last) {
        return TimeSpans.of(start(first), start(last.plusDays(1)));
    }

    public TimeSpans between(LocalDateTime from, LocalDateTime to) {
        return TimeSpans.of(at(from), at(to));
    }

    /** The whole minutes between two times. */
    public TimeSpans wholeMinutes(LocalDateTime from, LocalDateTime to) {
        long first = at(from);
        long minute = Duration.ofMinutes(1).toSeconds();
        return TimeSpans.of(first + Math.floorMod(-first, minute), at(to) - Math.floorMod(at(to), minute));
    }
}
