package org.prorata.servicelevel;

import java.math.BigDecimal;
import org.prorata.decision.TableRow;
import org.prorata.policy.Row;
import org.prorata.policy.TableId;

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
    BigDecimal leastMinutes(Measured measured) {
        return inclusive ? measured.minutesAbove(below) : measured.minutesFrom(below);
    }
}
