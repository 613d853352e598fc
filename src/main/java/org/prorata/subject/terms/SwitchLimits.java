package org.prorata.subject.terms;

import java.time.LocalDate;
import org.prorata.decision.TableRow;
import org.prorata.decision.policy.Row;
import org.prorata.decision.policy.TableId;

/** The longest notice and transition, the shortest time for taking the data back, as the law on switching sets them. */
public record SwitchLimits(int noticeMonths, int transitionDays, int retrievalDays, TableRow row) {

    private static final TableId TABLE = TableId.of("statute", "switching-limits", "terms");

    static SwitchLimits of(Row row) {
        return new SwitchLimits(
                row.integer("notice_months"), row.integer("transition_days"), row.integer("retrieval_days"), row.ref());
    }

    /** Null where the dossier leaves the law out, or the law leaves the terms alone on that day. */
    public static SwitchLimits on(EffectiveTerms setting, LocalDate day) {
        return setting.dossier().statutes()
                ? setting.policies()
                        .find(TABLE, SwitchLimits::of, day, setting.dossier().terms())
                : null;
    }

    /** The last day for the longest notice before an end. */
    public LocalDate notice(LocalDate end) {
        return end.minusMonths(noticeMonths);
    }

    /** The last day of a transition that begins on a day. */
    public LocalDate transition(LocalDate begins) {
        return begins.plusDays(transitionDays);
    }
}
