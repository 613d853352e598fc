package org.prorata.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.prorata.contract.Dossier;
import org.prorata.decision.Decision;
import org.prorata.explain.DecisionFields;
import org.prorata.explain.DecisionText;
import org.prorata.explain.Sentences;
import org.prorata.scenario.Exits;
import org.prorata.scenario.Scenario;
import org.prorata.tables.SheetBook;

/** Exits side by side: a row for each matter, a column for each scenario, and below them what else is to be said. */
final class ExitTable {

    private static final int LEAST = 14;

    private final Dossier dossier;
    private final LocalDate notice;
    private final List<Scenario> scenarios;
    private final Exits.Best best;
    private final Sentences sentences;
    private final Citations citations;

    /** @param citations where clauses stand in the rule book that decided */
    ExitTable(Dossier dossier, LocalDate notice, List<Scenario> scenarios, Exits.Best best, Sentences sentences, Citations citations) {
        this.dossier = dossier;
        this.notice = notice;
        this.scenarios = scenarios;
        this.best = best;
        this.sentences = sentences;
        this.citations = citations;
    }

    private Map<String, Function<Scenario, Object>> rows() {
        Map<String, Function<Scenario, Object>> rows = new LinkedHashMap<>();
        rows.put("exit.wanted", Scenario::wanted);
        rows.put("exit.cause", Scenario::cause);
        rows.put("exit.notice", s -> s.notice() == null ? null : s.notice().status());
        rows.put("exit.notice_by", s -> s.notice() == null ? null : s.notice().deadline());
        rows.put("exit.end", Scenario::end);
        rows.put("exit.remaining_fees", s -> s.costs().remainingFees());
        rows.put("exit.run_on_fees", s -> s.costs().runOnFees());
        rows.put("exit.services", s -> s.costs().exitServices());
        rows.put("exit.services_provider", s -> sum(s, Decision.ReversibilityCost.class, Decision.ReversibilityCost::providerAmount));
        rows.put("exit.late_interest", s -> s.costs().lateInterest());
        rows.put("exit.recovery_fees", s -> s.costs().recoveryFees());
        rows.put("exit.refund", s -> s.costs().refund());
        rows.put("exit.total", s -> s.costs().total());
        rows.put("exit.run_on", s -> first(s, Decision.RunOn.class, r -> r.until() == null ? sentences.text("exit.run_on.open") : r.until()));
        rows.put("exit.modules", s -> first(s, Decision.ExportEntitlement.class, Decision.ExportEntitlement::modules));
        rows.put("exit.data_copy", s -> first(s, Decision.DataCopy.class, Decision.DataCopy::requestBy));
        rows.put("exit.deletion", s -> first(s, Decision.DataDeletion.class, Decision.DataDeletion::on));
        rows.put("exit.law", s -> s.decisions().stream().filter(d -> !d.because().displaced().isEmpty())
                .map(d -> sentences.text("decision." + DecisionFields.name(d))).distinct()
                .collect(Collectors.joining(", ")));
        return rows;
    }

    private <D extends Decision> BigDecimal sum(Scenario scenario, Class<D> kind, Function<D, BigDecimal> amount) {
        return scenario.decisions().stream().filter(kind::isInstance).map(kind::cast).map(amount)
                .reduce(BigDecimal.ZERO.setScale(dossier.digits()), BigDecimal::add);
    }

    private static <D extends Decision> Object first(Scenario scenario, Class<D> kind, Function<D, Object> shown) {
        return scenario.decisions().stream().filter(kind::isInstance).map(kind::cast).map(shown).findFirst().orElse(null);
    }

    /** The label of each row, then its value for each scenario. */
    private List<List<Object>> cells() {
        List<List<Object>> cells = new ArrayList<>();
        rows().forEach((key, value) -> {
            List<Object> row = new ArrayList<>(List.of(sentences.text(key)));
            scenarios.forEach(scenario -> row.add(scenario.error() != null && !known(key) ? "" : value.apply(scenario)));
            cells.add(row);
        });
        return cells;
    }

    private static boolean known(String key) {
        return key.equals("exit.wanted") || key.equals("exit.cause");
    }

    private String shown(Object value) {
        return value == null ? "–" : sentences.figure(value);
    }

    private String title() {
        return sentences.text("exit.title", dossier.contract().id(), dossier.terms(), notice, dossier.currency().getCurrencyCode());
    }

    /** The table for a terminal, then what else is to be said. */
    List<String> lines() {
        List<String> lines = new ArrayList<>(List.of(title(), ""));
        List<List<String>> cells = cells().stream().map(row -> row.stream().map(this::shown).toList()).toList();
        int[] widths = new int[scenarios.size() + 1];
        cells.forEach(row -> {
            for (int i = 0; i < row.size(); i++) {
                widths[i] = Math.max(widths[i], Math.max(LEAST, row.get(i).length()));
            }
        });
        for (List<String> row : cells) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                String pad = " ".repeat(widths[i] - row.get(i).length());
                line.append(i == 0 ? row.get(i) + pad : "  " + pad + row.get(i));
            }
            lines.add(line.toString().stripTrailing());
        }
        lines.add("");
        lines.addAll(notes());
        return lines;
    }

    /** Scenarios that cannot be decided, warnings, then the earliest free and the cheapest exit. */
    private List<String> notes() {
        List<String> notes = new ArrayList<>();
        scenarios.stream().filter(s -> s.error() != null).forEach(s -> notes.add(sentences.text("exit.error", s.wanted(), s.cause(), s.error())));
        Map<String, List<Scenario>> warnings = new LinkedHashMap<>();
        scenarios.forEach(scenario -> scenario.warnings().forEach(reason -> {
            List<Scenario> warned = warnings.computeIfAbsent(sentences.of(reason), key -> new ArrayList<>());
            if (!warned.contains(scenario)) {
                warned.add(scenario);
            }
        }));
        warnings.forEach((warning, warned) -> notes.add(warned.size() == scenarios.size() ? sentences.text("exit.warning", warning)
                : sentences.text("exit.warning_of", warning, warned.stream().map(s -> shown(s.wanted()) + ", " + shown(s.cause()))
                .collect(Collectors.joining("; ")))));
        if (best.over() != null) {
            notes.add(sentences.text("exit.over", best.over()));
            return notes;
        }
        notes.add(best.earliestFree() == null ? sentences.text("exit.no_free")
                : sentences.text("exit.free", best.earliestFree().scenario().end(), best.earliestFree().scenario().cause(),
                best.earliestFree().scenario().wanted()));
        notes.add(best.cheapest() == null ? sentences.text("exit.no_cheapest")
                : sentences.text("exit.cheapest", best.cheapest().scenario().end(), best.cheapest().scenario().cause(),
                best.cheapest().cost()));
        return notes;
    }

    /** The comparison as the first sheet, then a sheet for each scenario with the reasons of its figures. */
    void workbook(OutputStream out) throws IOException {
        SheetBook book = new SheetBook();
        book.sheet(sentences.text("exit.sheet"), title(), cells().stream().map(row -> row.stream().map(this::cell).toList()).toList(), notes());
        for (int i = 0; i < scenarios.size(); i++) {
            Scenario scenario = scenarios.get(i);
            List<String> why = new ArrayList<>();
            if (scenario.error() != null) {
                why.add(scenario.error());
            }
            for (Decision decision : scenario.decisions()) {
                why.addAll(DecisionText.of(decision, sentences, citations));
                why.add("");
            }
            book.sheet((i + 1) + " " + scenario.wanted(), shown(scenario.wanted()) + ", " + shown(scenario.cause()), List.of(), why);
        }
        book.write(out);
    }

    private Object cell(Object value) {
        return value instanceof BigDecimal || value instanceof LocalDate || value instanceof Integer ? value : shown(value);
    }
}
