package org.prorata.billing;

import org.prorata.decision.TableRow;
import org.prorata.policy.Row;
import org.prorata.policy.TableId;
import org.prorata.policy.choice.MonthBegun;
import org.prorata.policy.choice.PartialMethod;

/** How a period is charged that is not covered whole, as a row says. */
public record PartialRule(PartialMethod method, MonthBegun monthBegun, TableRow row) {

    static final TableId TABLE = TableId.of("proration", "partial", "terms", "proration", "situation");

    static PartialRule of(Row row) {
        return new PartialRule(
                row.choice("method", PartialMethod.class), row.choice("month_begun", MonthBegun.class), row.ref());
    }
}
