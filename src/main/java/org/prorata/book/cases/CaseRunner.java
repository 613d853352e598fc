package org.prorata.book.cases;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.prorata.contract.Ask;
import org.prorata.contract.Dossier;
import org.prorata.contract.document.CaseFile;
import org.prorata.decision.CannotDecide;
import org.prorata.decision.Decision;
import org.prorata.decision.explain.DecisionFields;
import org.prorata.decision.explain.Sentences;

/** Runs cases; a row that does not hold is shown beside the decision that comes closest, field by field. */
public final class CaseRunner {

    private final BiFunction<Dossier, Ask, List<Decision>> decide;

    /** {@code decide} may throw {@link CannotDecide}. */
    public CaseRunner(BiFunction<Dossier, Ask, List<Decision>> decide) {
        this.decide = decide;
    }

    public CaseResult run(CaseFile file) {
        try {
            return compare(file, decide.apply(file.dossier(), file.ask()));
        } catch (CannotDecide e) {
            return compare(file, e);
        }
    }

    /** Compares an error with the one that a case expects. */
    public static CaseResult compare(CaseFile file, CannotDecide error) {
        if (file.expectError() == null) {
            return new CaseResult(file, List.of("cannot be decided: " + error.getMessage()));
        }
        return new CaseResult(
                file,
                error.getMessage().contains(file.expectError())
                        ? List.of()
                        : List.of("expect_error: " + file.expectError(), "  actual: " + error.getMessage()));
    }

    /** Compares decisions taken with those that a case expects. */
    public static CaseResult compare(CaseFile file, List<Decision> taken) {
        Sentences sentences = new Sentences(Locale.forLanguageTag(file.dossier().language()));
        List<Map<String, Object>> decisions =
                taken.stream().map(d -> DecisionFields.of(d, sentences)).toList();
        if (file.expectError() != null) {
            return new CaseResult(
                    file,
                    List.of(
                            "expect_error: " + file.expectError(),
                            "  actual: no error, there are " + shown(counts(decisions))));
        }
        List<String> differences = new ArrayList<>();
        file.expect().forEach(row -> check(row, decisions, differences));
        Map<String, Integer> counts = counts(decisions);
        file.expectNone().stream().filter(counts::containsKey).forEach(name -> {
            differences.add("expect_none: there is a " + name);
            named(name, decisions).forEach(d -> differences.add("  " + own(d)));
        });
        file.expectCount().forEach((name, count) -> {
            int found = counts.getOrDefault(name, 0);
            if (found != count) {
                differences.add("expect_count: " + count + " " + name + " expected, " + found + " found");
                named(name, decisions).forEach(d -> differences.add("  " + own(d)));
            }
        });
        return new CaseResult(file, differences);
    }

    private static void check(CaseFile.ExpectedRow row, List<Map<String, Object>> decisions, List<String> differences) {
        List<Map<String, Object>> candidates = named(row.decision(), decisions);
        if (candidates.stream().anyMatch(d -> wrong(row, d).isEmpty())) {
            return;
        }
        String head = "line " + row.line() + " " + row.decision() + ": ";
        if (candidates.isEmpty()) {
            differences.add(head + "no such decision; there are: " + shown(counts(decisions)));
            return;
        }
        Map<String, Object> closest = candidates.stream()
                .min(Comparator.comparingInt(d -> wrong(row, d).size()))
                .orElseThrow();
        differences.add(head + "no decision has these values; the closest is " + own(closest));
        wrong(row, closest)
                .forEach(name -> differences.add("  " + name + ": expected "
                        + Expected.shown(row.fields().get(name)) + ", actual " + Expected.shown(closest.get(name))));
    }

    private static List<String> wrong(CaseFile.ExpectedRow row, Map<String, Object> decision) {
        return row.fields().entrySet().stream()
                .filter(e -> !Expected.holds(e.getValue(), decision.get(e.getKey())))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<Map<String, Object>> named(String name, List<Map<String, Object>> decisions) {
        return decisions.stream().filter(d -> d.get("decision").equals(name)).toList();
    }

    private static Map<String, Integer> counts(List<Map<String, Object>> decisions) {
        Map<String, Integer> counts = new TreeMap<>();
        decisions.forEach(d -> counts.merge((String) d.get("decision"), 1, Integer::sum));
        return counts;
    }

    private static String shown(Map<String, Integer> counts) {
        return counts.isEmpty()
                ? "none"
                : counts.entrySet().stream()
                        .map(e -> e.getKey() + (e.getValue() > 1 ? " ×" + e.getValue() : ""))
                        .collect(Collectors.joining(", "));
    }

    private static String own(Map<String, Object> decision) {
        return decision.entrySet().stream()
                .filter(e -> !DecisionFields.COMMON.contains(e.getKey()))
                .map(e -> e.getKey() + ": " + Expected.shown(e.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
    }
}
