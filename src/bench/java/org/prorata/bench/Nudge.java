package org.prorata.bench;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.prorata.values.Length;

/**
 * Moves one side of a comparison by its smallest step: a day, a minute, one, the next known length of time, or the last digit of
 * what it is compared with, at the least a cent. A value that is absent stays so.
 */
public final class Nudge {

    /** Digits after the point of the smallest sum that contracts tell apart. */
    private static final int CENTS = 2;

    private Nudge() {}

    /** The value a step later or larger. */
    public static Object up(Object value, Object against) {
        return by(value, against, 1);
    }

    /** The value a step earlier or smaller. */
    public static Object down(Object value, Object against) {
        return by(value, against, -1);
    }

    private static Object by(Object value, Object against, int steps) {
        if (value == null) {
            return null;
        } else if (value instanceof LocalDate day) {
            return day.plusDays(steps);
        } else if (value instanceof LocalDateTime time) {
            return time.plusMinutes(steps);
        } else if (value instanceof Instant time) {
            return time.plus(steps, ChronoUnit.MINUTES);
        } else if (value instanceof Integer number) {
            return number + steps;
        } else if (value instanceof Length length) {
            return steps > 0 ? length.longer() : length.shorter();
        } else if (value instanceof Long number) {
            return number + steps;
        } else if (value instanceof BigDecimal number) {
            int digits = against instanceof BigDecimal other ? Math.min(CENTS, Math.max(0, other.scale())) : 0;
            return number.add(BigDecimal.valueOf(steps).movePointLeft(digits));
        }
        throw new IllegalArgumentException("a " + value.getClass().getSimpleName() + " has no smallest step");
    }
}
