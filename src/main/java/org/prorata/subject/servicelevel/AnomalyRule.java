package org.prorata.subject.servicelevel;

import org.prorata.decision.TableRow;
import org.prorata.decision.policy.Row;
import org.prorata.decision.policy.TableId;

/** Whether a late restoration of an anomaly is penalised, by how bad it is, what it touches and its cause. */
record AnomalyRule(boolean penalised, TableRow row) {

    static final TableId TABLE = TableId.of("service-level", "anomalies", "terms", "severity", "scope", "cause");

    static AnomalyRule of(Row row) {
        return new AnomalyRule(row.flag("penalised"), row.ref());
    }
}
