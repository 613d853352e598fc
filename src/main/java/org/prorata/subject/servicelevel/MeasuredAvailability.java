package org.prorata.subject.servicelevel;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Minutes agreed and minutes of them that were lost; the availability that follows, exact until it is shown. */
public record MeasuredAvailability(long agreed, long downtime) {

    private static final int SHOWN_DIGITS = 4;

    public MeasuredAvailability {
        if (agreed < 1 || downtime < 0 || downtime > agreed) {
            throw new IllegalArgumentException(downtime + " minutes of downtime in " + agreed);
        }
    }

    /** Availability in per cent, with 4 decimals, rounded down. */
    BigDecimal shown() {
        return percents().divide(BigDecimal.valueOf(agreed), SHOWN_DIGITS, RoundingMode.DOWN);
    }

    /** Minutes of service: what downtime left of those agreed. */
    BigDecimal served() {
        return BigDecimal.valueOf(agreed - downtime);
    }

    /** The fewest whole minutes of service that come to a bound in per cent at least. */
    BigDecimal minutesFrom(BigDecimal bound) {
        return minutes(bound).setScale(0, RoundingMode.CEILING);
    }

    /** The fewest whole minutes of service that come to more than a bound in per cent. */
    BigDecimal minutesAbove(BigDecimal bound) {
        return minutes(bound).setScale(0, RoundingMode.FLOOR).add(BigDecimal.ONE);
    }

    private BigDecimal minutes(BigDecimal percent) {
        return percent.multiply(BigDecimal.valueOf(agreed)).movePointLeft(2);
    }

    /** {@code amount × (target − availability)}, rounded half up once. */
    BigDecimal shortfall(BigDecimal amount, BigDecimal target, BigDecimal multiple, int digits) {
        BigDecimal missing = target.multiply(BigDecimal.valueOf(agreed)).subtract(percents());
        return amount.multiply(multiple)
                .multiply(missing)
                .movePointLeft(2)
                .divide(BigDecimal.valueOf(agreed), digits, RoundingMode.HALF_UP);
    }

    /** Minutes available, as hundredths of the agreed ones. */
    private BigDecimal percents() {
        return served().movePointRight(2);
    }
}
