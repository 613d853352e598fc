package org.prorata.subject.rights;

import org.prorata.decision.TableRow;
import org.prorata.decision.policy.Row;
import org.prorata.decision.policy.TableId;

/** How long a consultation lasts and how late it may be cancelled; a row for each of both and for cancelling by a professional. */
record ConsultationRule(int count, TableRow row) {

    static final TableId TABLE = TableId.of("rights", "consultations", "terms", "matter");

    static ConsultationRule of(Row row) {
        return new ConsultationRule(row.integer("count") == null ? 0 : row.integer("count"), row.ref());
    }
}
