package org.prorata.billing;

import org.prorata.decision.TableRow;
import org.prorata.policy.Row;
import org.prorata.policy.TableId;
import org.prorata.policy.choice.AfterEndMethod;

/** What use or run-on after the end costs, as a row says. */
public record AfterEndRule(AfterEndMethod method, TableRow row) {

    static final TableId TABLE = TableId.of("proration", "after-end", "terms", "matter");

    /** Whether it is charged by months begun. */
    public boolean byMonthsBegun() {
        return method == AfterEndMethod.MONTHS_BEGUN;
    }

    static AfterEndRule of(Row row) {
        return new AfterEndRule(row.choice("method", AfterEndMethod.class), row.ref());
    }
}
