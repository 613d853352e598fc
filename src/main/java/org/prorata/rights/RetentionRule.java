package org.prorata.rights;

import org.prorata.contract.Party;
import org.prorata.decision.TableRow;
import org.prorata.policy.Row;
import org.prorata.policy.TableId;
import org.prorata.policy.choice.RetentionBasis;

/** How long data of one category are kept. */
record RetentionRule(String category, RetentionBasis basis, int months, Party party, TableRow row) {

    static final TableId TABLE = TableId.of("rights", "retention", "terms");

    static RetentionRule of(Row row) {
        return new RetentionRule(row.text("category"), row.choice("basis", RetentionBasis.class),
                row.integer("months") == null ? 0 : row.integer("months"), row.choice("party", Party.class), row.ref());
    }
}
