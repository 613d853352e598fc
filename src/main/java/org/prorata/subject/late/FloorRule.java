package org.prorata.subject.late;

import java.math.BigDecimal;
import org.prorata.decision.TableRow;
import org.prorata.decision.policy.Row;
import org.prorata.decision.policy.TableId;

/** The multiple of a published rate below which the law of a country lets no agreed rate fall, as a row says. */
record FloorRule(BigDecimal multiple, String series, TableRow row) {

    static final TableId TABLE = TableId.of("late-payment", "floor", "country");

    static FloorRule of(Row row) {
        return new FloorRule(row.decimal("multiple"), row.text("series"), row.ref());
    }

    /** The least per cent a year, from the published value. */
    BigDecimal rate(BigDecimal published) {
        return InterestRule.shown(multiple.multiply(published));
    }
}
