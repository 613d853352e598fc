package org.prorata.subject.billing;

import org.prorata.decision.TableRow;
import org.prorata.decision.policy.Row;
import org.prorata.decision.policy.TableId;
import org.prorata.decision.policy.choice.MonthBegun;
import org.prorata.decision.policy.choice.PartialMethod;

/** How a period is charged that is not covered whole, as a row says. */
public record PartialRule(PartialMethod method, MonthBegun monthBegun, TableRow row) {

    static final TableId TABLE = TableId.of("proration", "partial", "terms", "proration", "situation");

    static PartialRule of(Row row) {
        return new PartialRule(
                row.choice("method", PartialMethod.class), row.choice("month_begun", MonthBegun.class), row.ref());
    }
}
