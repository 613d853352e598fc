package org.prorata.subject.servicelevel;

import java.math.BigDecimal;
import org.prorata.decision.TableRow;
import org.prorata.decision.policy.Row;
import org.prorata.decision.policy.TableId;

/** A band of availability: below a bound, or at it too, a multiple of the shortfall or a percentage is owed. */
record Band(BigDecimal below, boolean inclusive, BigDecimal multiple, BigDecimal percent, TableRow row) {

    static final TableId TABLE = TableId.of("service-level", "bands", "terms");

    static Band of(Row row) {
        return new Band(
                row.decimal("below_pct"),
                row.flag("inclusive"),
                row.decimal("multiple"),
                row.decimal("percent"),
                row.ref());
    }

    /** The fewest whole minutes of service with which availability lies above the band. */
    BigDecimal leastMinutes(MeasuredAvailability measured) {
        return inclusive ? measured.minutesAbove(below) : measured.minutesFrom(below);
    }
}
