package org.prorata.billing;

import org.prorata.decision.TableRow;
import org.prorata.policy.Row;
import org.prorata.policy.TableId;

/** Whether use or run-on after the end is charged by months begun. */
public record AfterEndRule(boolean byMonthsBegun, TableRow row) {

    static final TableId TABLE = TableId.of("proration", "after-end", "terms", "matter");

    static AfterEndRule of(Row row) {
        return new AfterEndRule("months_begun".equals(row.text("method")), row.ref());
    }
}
