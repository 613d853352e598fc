package org.prorata.course;

import org.prorata.decision.TableRow;
import org.prorata.policy.Row;
import org.prorata.policy.TableId;
import org.prorata.policy.choice.PlanChangeEffect;
import org.prorata.policy.choice.PlanChangeWarning;

/** What a change of plan does, as a row says. */
public record PlanChangeRule(
        PlanChangeEffect effect, boolean creditUnused, Integer termMonths, PlanChangeWarning warning, TableRow row) {

    public static final TableId TABLE =
            TableId.of("proration", "plan-change", "terms", "plan", "proration", "direction");

    public static PlanChangeRule of(Row row) {
        return new PlanChangeRule(
                row.choice("effect", PlanChangeEffect.class),
                row.flag("credit_unused"),
                row.integer("term_months"),
                row.choice("warning", PlanChangeWarning.class),
                row.ref());
    }
}
