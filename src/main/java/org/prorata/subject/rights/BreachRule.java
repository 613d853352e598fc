package org.prorata.subject.rights;

import org.prorata.decision.TableRow;
import org.prorata.decision.policy.Row;
import org.prorata.decision.policy.TableId;
import org.prorata.decision.policy.choice.BreachEffect;

/** What a breach of one kind opens for the other party. */
record BreachRule(BreachEffect effect, TableRow row) {

    static final TableId TABLE = TableId.of("rights", "breach", "terms", "party", "kind", "mendable");

    static BreachRule of(Row row) {
        return new BreachRule(row.choice("effect", BreachEffect.class), row.ref());
    }
}
