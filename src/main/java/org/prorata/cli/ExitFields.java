package org.prorata.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.prorata.app.exits.Best;
import org.prorata.app.exits.Costs;
import org.prorata.app.exits.DueAnyway;
import org.prorata.app.exits.Exits;
import org.prorata.app.exits.Priced;
import org.prorata.app.exits.Scenario;
import org.prorata.decision.Decision;
import org.prorata.decision.explain.DecisionFields;
import org.prorata.decision.explain.Sentences;

/** A comparison of exits as the fields of one object. */
final class ExitFields {

    private ExitFields() {}

    static Map<String, Object> of(ExitView view, Sentences sentences) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("contract", view.dossier().contract().id());
        all.put("notice", view.notice().toString());
        Best best = view.best();
        all.put("over_since", best.over() == null ? null : best.over().toString());
        all.put("ends_anyway", best.anyway() == null ? null : best.anyway().toString());
        all.put(
                "scenarios",
                view.scenarios().stream()
                        .map(scenario -> fields(scenario, sentences))
                        .toList());
        all.put("due_in_any_case", due(view.due(), sentences));
        all.put("drafts", view.drafts().count());
        all.put("drafts_net", view.drafts().net());
        all.put("months_ahead", Exits.MONTHS_AHEAD);
        all.put("earliest_free", best.earliestFree() == null ? null : priced(best.earliestFree()));
        all.put("cheapest", best.cheapest() == null ? null : priced(best.cheapest()));
        all.put("end_beyond", best.beyond() == null ? null : best.beyond().toString());
        return all;
    }

    private static Map<String, Object> due(DueAnyway due, Sentences sentences) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("late_interest", due.lateInterest());
        fields.put("recovery_fees", due.recoveryFees());
        fields.put("open_invoices", due.openInvoices());
        List<Object> unknown = new ArrayList<>();
        due.unknown().forEach((invoice, why) -> unknown.add(Map.of("invoice", invoice, "error", why)));
        fields.put("unknown", unknown);
        fields.put("decisions", decisions(due.decisions(), sentences));
        return fields;
    }

    private static Map<String, Object> priced(Priced priced) {
        Map<String, Object> fields = fields(priced.scenario(), null);
        fields.put("cost_beyond_days_used", priced.cost());
        return fields;
    }

    /** @param sentences null leaves the decisions out */
    private static Map<String, Object> fields(Scenario scenario, Sentences sentences) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("on", scenario.wanted().toString());
        fields.put("cause", scenario.cause().name().toLowerCase(Locale.ROOT));
        if (scenario.error() != null) {
            fields.put("error", scenario.error());
        }
        if (scenario.end() != null) {
            fields.put("end", scenario.end().toString());
            fields.put("reading", scenario.reading().name().toLowerCase(Locale.ROOT));
            fields.put("ends_anyway", scenario.endsAnyway());
        }
        if (scenario.costs() != null) {
            costs(scenario, fields);
        }
        if (sentences != null && !scenario.decisions().isEmpty()) {
            fields.put("decisions", decisions(scenario.decisions(), sentences));
        }
        return fields;
    }

    private static void costs(Scenario scenario, Map<String, Object> fields) {
        Costs costs = scenario.costs();
        fields.put("remaining_fees", costs.remainingFees());
        fields.put("run_on_fees", costs.runOnFees());
        fields.put("run_on_by_month", costs.runOnByMonth());
        fields.put(
                "run_on_next",
                costs.runOnNext() == null ? null : costs.runOnNext().toString());
        fields.put("exit_services", costs.exitServices());
        fields.put("refund", costs.refund());
        fields.put("total", costs.total());
        List<String> unknown = new ArrayList<>();
        if (!costs.known()) {
            unknown.add("run_on_fees");
        }
        if (scenario.capUnchecked()) {
            unknown.add("switching_cap");
        }
        fields.put("unknown_in_total", unknown);
        fields.put("paid_not_used", costs.paidNotUsed());
        fields.put(
                "paid_not_used_at_most", !costs.known() && costs.paidNotUsed().signum() > 0);
        fields.put("fees_until_end", costs.untilEnd());
    }

    private static List<Object> decisions(List<Decision> decisions, Sentences sentences) {
        List<Object> fields = new ArrayList<>();
        decisions.forEach(decision -> fields.add(DecisionFields.of(decision, sentences)));
        return fields;
    }
}
