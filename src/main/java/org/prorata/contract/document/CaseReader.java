package org.prorata.contract.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.prorata.contract.Ask;
import org.prorata.contract.Dossier;

/** Reads what a case has beside its dossier; decisions and fields that do not exist are errors, as they never occur. */
final class CaseReader {

    private final Map<String, Set<String>> decisions;

    CaseReader(Map<String, Set<String>> decisions) {
        this.decisions = decisions;
    }

    CaseFile read(String file, Fields f, Dossier dossier, Ask ask) {
        int before = f.errors();
        String name = f.need("case", Types.SENTENCE);
        List<String> clauses = f.scalars("clauses", Types.TEXT);
        List<CaseFile.ExpectedRow> rows = f.list("expect", this::row);
        List<String> none = f.scalars("expect_none", Types.oneOf(decisions.keySet(), "unknown-decision"));
        Map<String, Integer> count = counts(f.child("expect_count"));
        String error = f.maybe("expect_error", Types.SENTENCE);
        boolean decides = f.take("expect") != null || f.take("expect_none") != null || f.take("expect_count") != null;
        if (f.take("expect_error") != null) {
            if (decides) {
                f.refuse(
                        "expect_error",
                        "not-allowed",
                        "stands beside decisions that are expected; where nothing can be decided,"
                                + " expect_error stands alone");
            }
        } else if (!decides) {
            f.missing(
                    "expect",
                    "a case that expects nothing shows nothing; expect, expect_none, expect_count or expect_error");
        } else if (f.errors() == before && rows.isEmpty() && none.isEmpty() && count.isEmpty()) {
            f.refuse(
                    f.take("expect") != null
                            ? "expect"
                            : f.take("expect_none") != null ? "expect_none" : "expect_count",
                    "missing-field",
                    "expects nothing; at least one decision is wanted");
        }
        return new CaseFile(file, name, clauses, dossier, ask, rows, none, count, error);
    }

    private CaseFile.ExpectedRow row(Fields f) {
        String decision = f.need("decision", Types.oneOf(decisions.keySet(), "unknown-decision"));
        if (decision == null) {
            return null;
        }
        Set<String> known = decisions.get(decision);
        Map<String, Node> fields = new LinkedHashMap<>();
        f.ignore(known.toArray(String[]::new));
        for (String name : new ArrayList<>(f.names())) {
            if (known.contains(name) && !name.equals("decision")) {
                fields.put(name, f.value(name));
            }
        }
        f.done();
        return new CaseFile.ExpectedRow(f.line(), decision, fields);
    }

    private Map<String, Integer> counts(Fields f) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        if (f != null) {
            f.ignore(decisions.keySet().toArray(String[]::new));
            for (String name : new ArrayList<>(f.names())) {
                Integer count = decisions.containsKey(name) ? f.need(name, Types.integer(0, 1_000_000)) : null;
                if (count != null) {
                    counts.put(name, count);
                }
            }
            f.done();
        }
        return counts;
    }
}
