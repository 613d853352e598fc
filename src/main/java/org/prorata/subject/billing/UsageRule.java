package org.prorata.subject.billing;

import org.prorata.decision.TableRow;
import org.prorata.decision.policy.Row;
import org.prorata.decision.policy.TableId;

/** Whether recorded use of one status is billed. */
public record UsageRule(boolean counts, TableRow row) {

    static final TableId TABLE = TableId.of("proration", "usage", "terms", "status");

    static UsageRule of(Row row) {
        return new UsageRule(row.flag("counts"), row.ref());
    }
}
