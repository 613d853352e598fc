package org.prorata.late;

import org.prorata.decision.TableRow;
import org.prorata.policy.Row;
import org.prorata.policy.TableId;

/** What a formal notice to pay opens when its days are over, as a row says. */
public record FormalNoticeRule(int days, Covers covers, boolean suspension, boolean termination, TableRow row) {

    /** What must be paid in that time. */
    public enum Covers { PRINCIPAL, PRINCIPAL_INTEREST_COSTS }

    static final TableId TABLE = TableId.of("late-payment", "formal-notice", "terms");

    static FormalNoticeRule of(Row row) {
        return new FormalNoticeRule(row.integer("days"), row.choice("covers", Covers.class), row.flag("suspension"),
                row.flag("termination"), row.ref());
    }
}
