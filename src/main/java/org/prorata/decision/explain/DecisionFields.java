package org.prorata.decision.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.prorata.contract.naming.RecordFields;
import org.prorata.decision.Because;
import org.prorata.decision.Decision;
import org.prorata.decision.Displaced;
import org.prorata.decision.TableRow;

/**
 * Decisions as ordered fields under the names that cases use. Derived from the records of the sealed type, so that a new
 * decision or field needs nothing here; values that are null, and yes/no values that are no, are left out.
 */
public final class DecisionFields {

    private static final String BECAUSE = "because";

    /** The fields that every decision has beside its name and its own. */
    public static final List<String> COMMON = List.of("clauses", "reading", BECAUSE, "sources", "displaced");

    private static final String PUBLISHED = "published";

    private DecisionFields() {}

    /** The decision's name in answers and cases: {@code late_interest}. */
    public static String name(Decision decision) {
        return RecordFields.name(decision.getClass());
    }

    /** The names that decisions have, each with the names of its fields, the common ones included. */
    public static Map<String, Set<String>> vocabulary() {
        Map<String, Set<String>> all = new TreeMap<>();
        Arrays.stream(Decision.class.getPermittedSubclasses()).forEach(type -> {
            Set<String> names = new LinkedHashSet<>(List.of("decision"));
            names.addAll(RecordFields.names(type));
            if (type == Decision.Warning.class) {
                names.add("message");
            }
            names.addAll(COMMON);
            all.put(RecordFields.name(type), names);
        });
        return all;
    }

    /** The decision's name and own fields, without the reasons. */
    public static Map<String, Object> own(Decision decision) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("decision", name(decision));
        fields.putAll(RecordFields.of((Record) decision));
        fields.remove(BECAUSE);
        fields.values().removeIf(Boolean.FALSE::equals);
        return fields;
    }

    /** All fields, the reasons as sentences and the sources as citations. */
    public static Map<String, Object> of(Decision decision, Sentences sentences) {
        Because because = decision.because();
        Map<String, Object> fields = own(decision);
        List<String> said = because.reasons().stream().map(sentences::of).toList();
        if (decision instanceof Decision.Warning && !said.isEmpty()) {
            fields.put("message", said.get(said.size() - 1));
        }
        fields.put("clauses", because.clauses());
        fields.put("reading", because.reading());
        fields.put(BECAUSE, said);
        fields.put("sources", sources(because));
        putDisplaced(fields, because);
        return fields;
    }

    /** Names of the rules, then the rows; a value that is not officially published says so. */
    static List<String> sources(Because because) {
        List<String> sources = new ArrayList<>(because.rules());
        because.rows().forEach(row -> sources.add(cited(row)));
        return sources;
    }

    static String cited(TableRow row) {
        return row.status() == null || row.status().equals(PUBLISHED)
                ? row.citation()
                : row.citation() + " (" + row.status() + ")";
    }

    private static void putDisplaced(Map<String, Object> fields, Because because) {
        if (!because.displaced().isEmpty()) {
            fields.put(
                    "displaced",
                    because.displaced().stream().map(DecisionFields::displaced).toList());
        }
    }

    static Map<String, Object> displaced(Displaced displaced) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("clauses", displaced.clauses());
        fields.put("reading", displaced.reading());
        fields.putAll(displaced.fields());
        return fields;
    }
}
