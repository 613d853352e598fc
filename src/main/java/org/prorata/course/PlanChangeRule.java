package org.prorata.course;

import org.prorata.decision.TableRow;
import org.prorata.policy.Row;
import org.prorata.policy.TableId;

/** What a change of plan does, as a row says. */
public record PlanChangeRule(Effect effect, boolean creditUnused, Integer termMonths, TableRow row) {

    /** A new term from the change, the same term at the new price, or nothing before the renewal. */
    public enum Effect { NEW_TERM, KEEP_TERM, NONE }

    public static final TableId TABLE = TableId.of("proration", "plan-change", "terms", "plan", "direction");

    public static PlanChangeRule of(Row row) {
        return new PlanChangeRule(row.choice("effect", Effect.class), row.flag("credit_unused"),
                row.integer("term_months"), row.ref());
    }
}
