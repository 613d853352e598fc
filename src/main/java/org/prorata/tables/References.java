package org.prorata.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.prorata.policy.Row;

/** Checks across workbooks: a row for terms that no profile has would never answer, and nobody would notice. */
public final class References {

    private static final String PROFILES = "contract-terms!profiles";
    private static final String TERMS = "terms";

    private References() {
    }

    /** The terms of all profiles, in the order of their rows; empty when the tables hold no profiles. */
    static List<String> profiles(Tables tables) {
        return tables.all().stream().filter(table -> table.sheet().id().equals(PROFILES)).flatMap(table -> table.rows().stream())
                .map(row -> row.text(TERMS)).filter(terms -> terms != null).distinct().toList();
    }

    /** Rows whose terms are none of the profiles', with the nearest name; nothing when the tables hold no profiles. */
    public static List<Problem> problems(Tables tables) {
        List<Problem> problems = new ArrayList<>();
        Set<String> known = new TreeSet<>(profiles(tables));
        for (Table table : known.isEmpty() ? List.<Table>of() : tables.all()) {
            for (Row row : table.rows()) {
                String terms = row.text(TERMS);
                if (terms != null && !known.contains(terms)) {
                    String nearest = Nearest.to(terms, known);
                    problems.add(new Problem(table.sheet().id() + "!row " + row.ref().row() + " " + TERMS, "\"" + terms + "\"",
                            "terms that " + PROFILES + " has: " + Wording.oneOf(List.copyOf(known))
                                    + (nearest == null ? "" : " (nearest: " + nearest + ")")));
                }
            }
        }
        return problems;
    }
}
