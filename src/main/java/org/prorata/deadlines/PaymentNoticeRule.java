package org.prorata.deadlines;

import org.prorata.decision.TableRow;
import org.prorata.policy.Row;
import org.prorata.policy.TableId;

/** The days that a formal notice to pay leaves, as a row says. */
record PaymentNoticeRule(int days, TableRow row) {

    static final TableId TABLE = TableId.of("late-payment", "formal-notice", "terms");

    static PaymentNoticeRule of(Row row) {
        return new PaymentNoticeRule(row.integer("days"), row.ref());
    }
}
