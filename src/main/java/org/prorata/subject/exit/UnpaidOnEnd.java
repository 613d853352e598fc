package org.prorata.subject.exit;

import java.time.LocalDate;
import org.prorata.decision.TableRow;
import org.prorata.decision.policy.Row;
import org.prorata.decision.policy.TableId;
import org.prorata.subject.course.DueDay;
import org.prorata.subject.terms.EffectiveTerms;

/**
 * The oldest invoice that is open on a day, where the terms let an unpaid one bar exit services and modules.
 *
 * @param due the day on which it falls or fell due, or null: nothing is open
 */
record UnpaidOnEnd(LocalDate due, TableRow row) {

    private static final TableId TABLE = TableId.of("reversibility", "unpaid", "terms");

    /** Null where the terms know no such bar. */
    static UnpaidOnEnd on(EffectiveTerms setting, LocalDate day, LocalDate end) {
        TableRow row =
                setting.policies().find(TABLE, Row::ref, end, setting.dossier().terms());
        return row == null ? null : new UnpaidOnEnd(DueDay.oldestOpen(setting, day), row);
    }
}
