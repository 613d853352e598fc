package org.prorata.subject.servicelevel;

import java.math.BigDecimal;
import org.prorata.decision.TableRow;
import org.prorata.decision.policy.Row;
import org.prorata.decision.policy.TableId;

/** A percentage owed when restoration takes more than some hours over the time allowed. */
record RestorationBand(BigDecimal overHours, BigDecimal percent, TableRow row) {

    static final TableId TABLE = TableId.of("service-level", "restoration-bands", "terms");

    static RestorationBand of(Row row) {
        return new RestorationBand(row.decimal("over_hours"), row.decimal("percent"), row.ref());
    }

    /** How many seconds over the time allowed the band begins after. */
    long secondsOver() {
        return Hours.seconds(overHours);
    }
}
