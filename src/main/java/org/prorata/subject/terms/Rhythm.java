package org.prorata.subject.terms;

import org.prorata.contract.Billing;
import org.prorata.decision.TableRow;
import org.prorata.decision.policy.Row;
import org.prorata.decision.policy.TableId;

/** When periods are invoiced; {@code row} null when the dossier itself says so. */
public record Rhythm(Billing billing, TableRow row) {

    static final TableId TABLE = TableId.of("contract-terms", "billing", "terms", "plan");

    static Rhythm of(Row row) {
        return new Rhythm(
                new Billing(row.choice("every", Billing.Every.class), row.choice("timing", Billing.Timing.class), null),
                row.ref());
    }
}
