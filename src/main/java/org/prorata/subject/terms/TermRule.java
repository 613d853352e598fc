package org.prorata.subject.terms;

import org.prorata.decision.TableRow;
import org.prorata.decision.policy.Row;
import org.prorata.decision.policy.TableId;
import org.prorata.decision.policy.choice.TermRenewal;

/** How long a contract runs and whether it renews; {@code firstMonths} null where the terms state no length. */
public record TermRule(
        Integer firstMonths, boolean openEnded, TermRenewal renewal, Integer renewalMonths, TableRow row) {

    static final TableId TABLE = TableId.of("contract-terms", "term", "terms", "plan");

    /** Whether the terms state neither a length nor that there is none: the dossier must. */
    boolean leftToDossier() {
        return firstMonths == null && !openEnded;
    }

    static TermRule of(Row row) {
        return new TermRule(
                row.integer("first_months"),
                row.flag("open_ended"),
                row.choice("renewal", TermRenewal.class),
                row.integer("renewal_months"),
                row.ref());
    }
}
