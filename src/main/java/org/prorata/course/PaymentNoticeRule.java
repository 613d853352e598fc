package org.prorata.course;

import java.time.LocalDate;
import org.prorata.decision.TableRow;
import org.prorata.policy.Row;
import org.prorata.policy.TableId;
import org.prorata.terms.Setting;

/** The days that a formal notice to pay leaves, and whether the provider may terminate after them, as a row says. */
public record PaymentNoticeRule(int days, boolean termination, TableRow row) {

    private static final TableId TABLE = TableId.of("late-payment", "formal-notice", "terms");

    static PaymentNoticeRule of(Row row) {
        return new PaymentNoticeRule(row.integer("days"), row.flag("termination"), row.ref());
    }

    /** Null where the terms know none. */
    public static PaymentNoticeRule find(Setting setting, LocalDate on) {
        return setting.policies().find(TABLE, PaymentNoticeRule::of, on, setting.dossier().terms());
    }
}
