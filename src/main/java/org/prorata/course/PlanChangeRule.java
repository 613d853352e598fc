package org.prorata.course;

import org.prorata.decision.TableRow;
import org.prorata.policy.Row;
import org.prorata.policy.TableId;

/** What a change of plan does, as a row says. */
public record PlanChangeRule(Effect effect, boolean creditUnused, Integer termMonths, String warning, TableRow row) {

    /** A new term from the change, the same term at the new price, the new price from a later day, or nothing. */
    public enum Effect { NEW_TERM, KEEP_TERM, NEXT_PERIOD, AT_RENEWAL, NONE }

    public static final TableId TABLE = TableId.of("proration", "plan-change", "terms", "plan", "proration", "direction");

    public static PlanChangeRule of(Row row) {
        return new PlanChangeRule(row.choice("effect", Effect.class), row.flag("credit_unused"),
                row.integer("term_months"), row.text("warning"), row.ref());
    }
}
