package org.prorata.subject.terms;

import java.time.LocalDate;
import org.prorata.decision.TableRow;
import org.prorata.decision.policy.Row;
import org.prorata.decision.policy.TableId;

/** What a formal notice to pay opens when its days are over, as a row says. */
public record FormalNoticeRule(int days, Covers covers, boolean suspension, boolean termination, TableRow row) {

    /** What must be paid in that time. */
    public enum Covers {
        PRINCIPAL,
        PRINCIPAL_INTEREST_COSTS
    }

    private static final TableId TABLE = TableId.of("late-payment", "formal-notice", "terms");

    /** Null where the terms attach no right to a formal notice. */
    public static FormalNoticeRule find(EffectiveTerms setting, LocalDate on) {
        return setting.policies()
                .find(TABLE, FormalNoticeRule::of, on, setting.dossier().terms());
    }

    private static FormalNoticeRule of(Row row) {
        return new FormalNoticeRule(
                row.integer("days"),
                row.choice("covers", Covers.class),
                row.flag("suspension"),
                row.flag("termination"),
                row.ref());
    }
}
