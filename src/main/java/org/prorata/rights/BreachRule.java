package org.prorata.rights;

import org.prorata.decision.TableRow;
import org.prorata.policy.Row;
import org.prorata.policy.TableId;

/** What a breach of one kind opens for the other party. */
record BreachRule(String effect, TableRow row) {

    static final TableId TABLE = TableId.of("rights", "breach", "terms", "party", "kind", "mendable");

    static BreachRule of(Row row) {
        return new BreachRule(row.text("effect"), row.ref());
    }
}
