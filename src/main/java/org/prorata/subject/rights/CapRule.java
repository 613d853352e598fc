package org.prorata.subject.rights;

import org.prorata.contract.Party;
import org.prorata.decision.TableRow;
import org.prorata.decision.policy.Row;
import org.prorata.decision.policy.TableId;
import org.prorata.decision.policy.choice.CapBase;

/** Up to what a party is liable: what was paid, or invoiced too, over some months. */
record CapRule(int months, CapBase counts, Party party, TableRow row) {

    static final TableId TABLE = TableId.of("rights", "liability-cap", "terms");

    static CapRule of(Row row) {
        return new CapRule(
                row.integer("months"),
                row.choice("counts", CapBase.class),
                row.choice("party", Party.class),
                row.ref());
    }
}
