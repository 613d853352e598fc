package org.prorata.rights;

import org.prorata.contract.Party;
import org.prorata.decision.TableRow;
import org.prorata.policy.Row;
import org.prorata.policy.TableId;

/** Up to what a party is liable: what was paid, or invoiced too, over some months. */
record CapRule(int months, boolean invoicedToo, Party party, TableRow row) {

    static final TableId TABLE = TableId.of("rights", "liability-cap", "terms");

    static CapRule of(Row row) {
        return new CapRule(row.integer("months"), "invoiced".equals(row.text("counts")), row.choice("party", Party.class),
                row.ref());
    }
}
