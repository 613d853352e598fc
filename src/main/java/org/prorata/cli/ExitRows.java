package org.prorata.cli;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.prorata.app.exits.Costs;
import org.prorata.app.exits.Scenario;
import org.prorata.decision.Decision;
import org.prorata.decision.explain.DecisionFields;
import org.prorata.decision.explain.Sentences;

/** The rows of a comparison of exits: what each shows of a scenario. */
final class ExitRows {

    private final Sentences sentences;
    private final int digits;
    private final boolean over;

    /** @param over whether the contract is over: a day asked for, a cause and a notice then change nothing */
    ExitRows(Sentences sentences, int digits, boolean over) {
        this.sentences = sentences;
        this.digits = digits;
        this.over = over;
    }

    /** The label of each row, then its value for each scenario. */
    List<List<Object>> cells(List<Scenario> scenarios) {
        List<List<Object>> cells = new ArrayList<>();
        rows().forEach((key, value) -> {
            List<Object> row = new ArrayList<>(List.of(sentences.text(key)));
            scenarios.forEach(
                    scenario -> row.add(scenario.decisions().isEmpty() && !asked(key) ? "" : value.apply(scenario)));
            cells.add(row);
        });
        return cells;
    }

    private static boolean asked(String key) {
        return key.equals("exit.wanted") || key.equals("exit.cause");
    }

    private Map<String, Function<Scenario, Object>> rows() {
        Map<String, Function<Scenario, Object>> rows = new LinkedHashMap<>();
        if (!over) {
            rows.put("exit.wanted", Scenario::wanted);
            rows.put("exit.cause", Scenario::cause);
        }
        rows.put("exit.end", Scenario::end);
        rows.put(
                "exit.reading",
                s -> sentences.text("exit.reading_" + s.reading().name().toLowerCase(Locale.ROOT)));
        if (!over) {
            rows.put("exit.notice", s -> s.notice() == null ? null : s.notice().status());
            rows.put(
                    "exit.notice_by",
                    s -> s.notice() == null ? null : s.notice().deadline());
        }
        rows.put("exit.total", this::total);
        rows.put("exit.paid_not_used", this::paidNotUsed);
        rows.put("exit.remaining_fees", cost(Costs::remainingFees));
        rows.put(
                "exit.run_on_fees",
                s -> s.costs() == null ? unknown() : withRunOn(s.costs().runOnFees(), s.costs()));
        rows.put("exit.services", s -> services(s, sum(s, Decision.ReversibilityCost::clientAmount)));
        rows.put("exit.services_provider", s -> sum(s, Decision.ReversibilityCost::providerAmount));
        rows.put("exit.refund", cost(Costs::refund));
        rows.put("exit.until_end", cost(Costs::untilEnd));
        rows.put(
                "exit.run_on",
                s -> first(
                        s,
                        Decision.RunOn.class,
                        r -> r.until() == null ? sentences.text("exit.run_on.open") : r.until()));
        rows.put("exit.run_on_next", s -> s.costs() == null ? null : s.costs().runOnNext());
        rows.put("exit.modules", s -> first(s, Decision.ExportEntitlement.class, Decision.ExportEntitlement::modules));
        rows.put("exit.data_copy", s -> first(s, Decision.DataCopy.class, Decision.DataCopy::requestBy));
        rows.put("exit.deletion", s -> first(s, Decision.DataDeletion.class, Decision.DataDeletion::on));
        rows.put(
                "exit.law",
                s -> s.decisions().stream()
                        .filter(d -> !d.because().displaced().isEmpty())
                        .map(d -> sentences.text("decision." + DecisionFields.name(d)))
                        .distinct()
                        .collect(Collectors.joining(", ")));
        return rows;
    }

    private String unknown() {
        return sentences.text("exit.unknown");
    }

    private Function<Scenario, Object> cost(Function<Costs, BigDecimal> amount) {
        return scenario -> scenario.costs() == null ? unknown() : amount.apply(scenario.costs());
    }

    /** A run-on that nobody can date may use up what was paid ahead. */
    private Object paidNotUsed(Scenario scenario) {
        Costs costs = scenario.costs();
        return costs == null
                ? unknown()
                : costs.paidNotUsed().signum() == 0 || costs.known()
                        ? costs.paidNotUsed()
                        : sentences.text("exit.at_most", costs.paidNotUsed());
    }

    /** What is known of the total, and beside it by name what is not. */
    private Object total(Scenario scenario) {
        return scenario.costs() == null
                ? unknown()
                : withRunOn(services(scenario, scenario.costs().total()), scenario.costs());
    }

    private Object withRunOn(Object known, Costs costs) {
        return costs.known() ? known : sentences.text("exit.with_run_on", known, costs.runOnByMonth());
    }

    /** An amount with exit services in it is the most that it can be where the law's cap could not be looked at. */
    private Object services(Scenario scenario, BigDecimal amount) {
        return scenario.capUnchecked() ? sentences.text("exit.at_most", amount) : amount;
    }

    private BigDecimal sum(Scenario scenario, Function<Decision.ReversibilityCost, BigDecimal> amount) {
        return scenario.decisions().stream()
                .filter(Decision.ReversibilityCost.class::isInstance)
                .map(Decision.ReversibilityCost.class::cast)
                .map(amount)
                .reduce(BigDecimal.ZERO.setScale(digits), BigDecimal::add);
    }

    private static <D extends Decision> Object first(Scenario scenario, Class<D> kind, Function<D, Object> shown) {
        return scenario.decisions().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .map(shown)
                .findFirst()
                .orElse(null);
    }
}
