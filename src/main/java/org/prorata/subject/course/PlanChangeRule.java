package org.prorata.subject.course;

import org.prorata.decision.TableRow;
import org.prorata.decision.policy.Row;
import org.prorata.decision.policy.TableId;
import org.prorata.decision.policy.choice.PlanChangeEffect;
import org.prorata.decision.policy.choice.PlanChangeWarning;

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
