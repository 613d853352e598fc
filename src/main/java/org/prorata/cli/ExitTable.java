package org.prorata.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.prorata.app.exits.Best;
import org.prorata.app.exits.Costs;
import org.prorata.app.exits.DueAnyway;
import org.prorata.app.exits.Exits;
import org.prorata.app.exits.Priced;
import org.prorata.app.exits.Scenario;
import org.prorata.book.workbook.SheetBook;
import org.prorata.decision.Decision;
import org.prorata.decision.explain.DecisionText;
import org.prorata.decision.explain.Sentences;

/** Exits side by side: a row for each matter, a column for each scenario, and around them what else is to be said. */
final class ExitTable {

    private static final int LEAST = 14;
    private static final int LONG = 26;

    private final ExitView view;
    private final List<Scenario> columns;
    private final Sentences sentences;
    private final Citations citations;

    /** @param citations where clauses stand in the rule book that decided */
    ExitTable(ExitView view, Sentences sentences, Citations citations) {
        this.view = view;
        this.columns = view.columns();
        this.sentences = sentences;
        this.citations = citations;
    }

    private List<List<Object>> cells() {
        return new ExitRows(sentences, view.dossier().digits(), view.over()).cells(columns);
    }

    private String shown(Object value) {
        return value == null ? "–" : sentences.figure(value);
    }

    private String title() {
        return sentences.text(
                "exit.title",
                view.dossier().contract().id(),
                view.dossier().terms(),
                view.notice(),
                view.dossier().currency().getCurrencyCode());
    }

    /** What is to be known before any figure: that the contract is over, or ends anyway. */
    private List<String> first() {
        Best best = view.best();
        Costs on = view.runsOn();
        if (on != null) {
            return List.of(sentences.text("exit.over_runs_on", best.over(), on.runOnByMonth(), on.runOnNext()));
        }
        return best.over() != null
                ? List.of(sentences.text("exit.over", best.over()))
                : best.anyway() != null ? List.of(sentences.text("exit.anyway", best.anyway())) : List.of();
    }

    /** The table for a terminal, then what else is to be said. */
    List<String> lines() {
        List<String> lines = new ArrayList<>(List.of(title()));
        lines.addAll(first());
        lines.add("");
        List<List<String>> cells = cells().stream()
                .map(row -> row.stream().map(this::shown).toList())
                .map(ExitTable::broken)
                .flatMap(List::stream)
                .toList();
        int[] widths = new int[columns.size() + 1];
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

    /** A row with a long enumeration over several lines, each with a part of every cell. */
    private static List<List<String>> broken(List<String> row) {
        List<List<String>> cells = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            cells.add(
                    i == 0 || row.get(i).length() <= LONG
                            ? List.of(row.get(i))
                            : List.of(row.get(i).split("(?<=,) ")));
        }
        int lines = cells.stream().mapToInt(List::size).max().orElse(0);
        return IntStream.range(0, lines)
                .mapToObj(i -> cells.stream()
                        .map(cell -> i < cell.size() ? cell.get(i) : "")
                        .toList())
                .toList();
    }

    /** What is due in any case, what is not known, warnings, then the earliest free and the cheapest exit. */
    private List<String> notes() {
        List<String> notes = new ArrayList<>(List.of(due()));
        view.due().unknown().forEach((invoice, why) -> notes.add(sentences.text("exit.any_why", invoice, why)));
        if (view.drafts().count() > 0) {
            notes.add(sentences.text(
                    "exit.drafts", view.drafts().count(), view.drafts().net()));
        }
        if (columns.stream().anyMatch(s -> s.costs() != null && !s.costs().known())) {
            notes.add(sentences.text("exit.open_total"));
        }
        columns.stream()
                .filter(s -> s.error() != null)
                .forEach(s -> notes.add(sentences.text("exit.error", s.wanted(), s.cause(), s.error())));
        if (!view.over()) {
            notes.addAll(warnings());
            notes.addAll(best());
        }
        return notes;
    }

    private String due() {
        DueAnyway due = view.due();
        return due.unknown().isEmpty()
                ? sentences.text("exit.any", view.notice(), due.lateInterest(), due.recoveryFees(), due.openInvoices())
                : sentences.text(
                        "exit.any_unknown",
                        view.notice(),
                        due.lateInterest(),
                        due.recoveryFees(),
                        due.openInvoices(),
                        List.copyOf(due.unknown().keySet()));
    }

    private List<String> warnings() {
        Map<String, List<Scenario>> warnings = new LinkedHashMap<>();
        columns.forEach(scenario -> scenario.warnings().forEach(reason -> {
            List<Scenario> warned = warnings.computeIfAbsent(sentences.of(reason), key -> new ArrayList<>());
            if (!warned.contains(scenario)) {
                warned.add(scenario);
            }
        }));
        return warnings.entrySet().stream()
                .map(each -> each.getValue().size() == columns.size()
                        ? sentences.text("exit.warning", each.getKey())
                        : sentences.text(
                                "exit.warning_of",
                                each.getKey(),
                                each.getValue().stream()
                                        .map(s -> shown(s.wanted()) + ", " + shown(s.cause()))
                                        .collect(Collectors.joining("; "))))
                .toList();
    }

    private List<String> best() {
        Best best = view.best();
        List<String> notes = new ArrayList<>();
        Priced free = best.earliestFree();
        notes.add(
                free == null
                        ? sentences.text("exit.no_free", Exits.MONTHS_AHEAD)
                        : sentences.text(
                                "exit.free",
                                free.scenario().end(),
                                free.scenario().cause(),
                                free.scenario().wanted(),
                                Exits.MONTHS_AHEAD,
                                sentences.text("exit.reading_"
                                        + free.scenario().reading().name().toLowerCase(Locale.ROOT))));
        if (best.beyond() != null) {
            notes.add(sentences.text("exit.beyond", best.beyond()));
        }
        notes.add(cheapest(best.cheapest()));
        return notes;
    }

    private String cheapest(Priced cheapest) {
        if (cheapest == null) {
            return sentences.text("exit.no_cheapest", Exits.MONTHS_AHEAD);
        }
        Scenario scenario = cheapest.scenario();
        return scenario.costs().known()
                ? sentences.text("exit.cheapest", scenario.end(), scenario.cause(), cheapest.cost(), Exits.MONTHS_AHEAD)
                : sentences.text(
                        "exit.cheapest_open",
                        scenario.end(),
                        scenario.cause(),
                        cheapest.cost(),
                        scenario.costs().runOnByMonth(),
                        Exits.MONTHS_AHEAD);
    }

    /** The comparison as the first sheet, then a sheet for each scenario, and one for what is due in any case, with the reasons. */
    void workbook(OutputStream out) throws IOException {
        SheetBook book = new SheetBook();
        List<String> heading = new ArrayList<>(List.of(title()));
        heading.addAll(first());
        book.sheet(
                sentences.text("exit.sheet"),
                String.join(". ", heading),
                cells().stream()
                        .map(row -> row.stream().map(this::cell).toList())
                        .toList(),
                notes());
        for (int i = 0; i < columns.size(); i++) {
            Scenario scenario = columns.get(i);
            List<String> why = new ArrayList<>();
            if (scenario.error() != null) {
                why.add(scenario.error());
            }
            why.addAll(why(scenario.decisions()));
            book.sheet(
                    (i + 1) + " " + scenario.wanted(),
                    shown(scenario.wanted()) + ", " + shown(scenario.cause()),
                    List.of(),
                    why);
        }
        if (!view.due().decisions().isEmpty()) {
            book.sheet(
                    sentences.text("exit.any_sheet"),
                    due(),
                    List.of(),
                    why(view.due().decisions()));
        }
        book.write(out);
    }

    private List<String> why(List<Decision> decisions) {
        List<String> why = new ArrayList<>();
        for (Decision decision : decisions) {
            why.addAll(DecisionText.of(decision, sentences, citations));
            why.add("");
        }
        return why;
    }

    private Object cell(Object value) {
        return value instanceof BigDecimal || value instanceof LocalDate || value instanceof Integer
                ? value
                : shown(value);
    }
}
