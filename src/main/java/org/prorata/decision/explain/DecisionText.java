package org.prorata.decision.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.prorata.decision.Because;
import org.prorata.decision.Decision;
import org.prorata.decision.Displaced;

/** A decision as lines for people: its name and fields, then why. */
public final class DecisionText {

    private static final String INDENT = "    ";

    /** Fields that are parts of a hundred. */
    private static final Set<String> SHARES = Set.of("rate_pct", "client_pct", "pct", "percent");

    private DecisionText() {}

    /** @param cite makes a clause id into what a reader looks up: contract, version, article */
    public static List<String> of(Decision decision, Sentences sentences, UnaryOperator<String> cite) {
        Because because = decision.because();
        List<String> lines = new ArrayList<>();
        Map<String, Object> fields = DecisionFields.own(decision);
        fields.remove("decision");
        // rows such as the segments of interest stand in the sentences below, one a line
        fields.values()
                .removeIf(value -> value instanceof List<?> rows && !rows.isEmpty() && rows.get(0) instanceof Map);
        String shown = fields(fields, sentences);
        lines.add(sentences.text("decision." + DecisionFields.name(decision)) + (shown.isEmpty() ? "" : " – " + shown));
        because.reasons().forEach(reason -> lines.add(INDENT + sentences.of(reason)));
        lines.add(INDENT + sentences.text("explain.clauses", cited(because.clauses(), cite), because.reading()));
        for (Displaced displaced : because.displaced()) {
            lines.add(INDENT
                    + sentences.text(
                            "explain.displaced",
                            cited(displaced.clauses(), cite),
                            displaced.reading(),
                            fields(displaced.fields(), sentences)));
        }
        lines.add(INDENT + sentences.text("explain.sources", String.join("; ", DecisionFields.sources(because))));
        return lines;
    }

    private static String cited(List<String> clauses, UnaryOperator<String> cite) {
        return clauses.stream().map(cite).collect(Collectors.joining("; "));
    }

    private static String fields(Map<String, Object> fields, Sentences sentences) {
        boolean open = !fields.containsKey("to") && !fields.containsKey("until");
        return fields.entrySet().stream()
                .map(e -> field(open && e.getKey().equals("from") ? "open_from" : e.getKey(), e.getValue(), sentences))
                .collect(Collectors.joining(", "));
    }

    private static String field(String name, Object value, Sentences sentences) {
        String label = sentences.text("field." + name);
        if (Boolean.TRUE.equals(value)) {
            return label;
        }
        return label + " " + value(value, sentences) + (SHARES.contains(name) ? " %" : "");
    }

    private static String value(Object value, Sentences sentences) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(e -> field((String) e.getKey(), e.getValue(), sentences))
                    .collect(Collectors.joining(", ", "(", ")"));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(each -> value(each, sentences)).collect(Collectors.joining(" "));
        }
        return sentences.figure(value);
    }
}
