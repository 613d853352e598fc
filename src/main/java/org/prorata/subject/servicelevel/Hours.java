package org.prorata.subject.servicelevel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.temporal.ChronoUnit;

/** Hours as decimals and as seconds. */
public final class Hours {

    private static final BigDecimal SECONDS =
            BigDecimal.valueOf(ChronoUnit.HOURS.getDuration().toSeconds());
    private static final int SHOWN_DIGITS = 4;

    private Hours() {}

    /** The seconds of a number of hours, which must come to whole seconds. */
    public static long seconds(BigDecimal hours) {
        return hours.multiply(SECONDS).longValueExact();
    }

    /** The hours of a number of seconds, with 4 decimals, half up. */
    static BigDecimal shown(long seconds) {
        return BigDecimal.valueOf(seconds).divide(SECONDS, SHOWN_DIGITS, RoundingMode.HALF_UP);
    }
}
