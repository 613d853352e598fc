package org.prorata.subject.billing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.prorata.decision.TableRow;
import org.prorata.decision.policy.Row;
import org.prorata.decision.policy.TableId;

/** How time at an hourly price counts: at least so many hours, rounded up to a step; null: no such rule. */
public record HoursRule(BigDecimal least, BigDecimal step, TableRow row) {

    static final TableId TABLE = TableId.of("proration", "hours", "terms");

    static HoursRule of(Row row) {
        return new HoursRule(row.decimal("least"), row.decimal("step"), row.ref());
    }

    /** The hours worked, rounded up to the step. */
    BigDecimal counted(BigDecimal worked) {
        return step == null
                ? worked
                : worked.divide(step, 0, RoundingMode.CEILING).multiply(step);
    }

    /** The hours that are billed for the hours worked. */
    BigDecimal billed(BigDecimal worked) {
        BigDecimal hours = counted(worked);
        return least != null && hours.signum() > 0 && hours.compareTo(least) < 0 ? least : hours;
    }
}
