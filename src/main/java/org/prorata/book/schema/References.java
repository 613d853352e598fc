package org.prorata.book.schema;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.prorata.decision.Reason;
import org.prorata.decision.policy.Row;

/** Checks across workbooks: a row for terms that no profile has would never answer, and nobody would notice. */
public final class References {

    public static final String PROFILES = "contract-terms!profiles";
    private static final String TERMS = "terms";

    private References() {}

    /** The terms of all profiles, in the order of their rows; empty when the tables hold no profiles. */
    public static List<String> profiles(Tables tables) {
        return tables.all().stream()
                .filter(table -> table.sheet().id().equals(PROFILES))
                .flatMap(table -> table.rows().stream())
                .map(row -> row.text(TERMS))
                .filter(terms -> terms != null)
                .distinct()
                .toList();
    }

    /** Rows whose terms are none of the profiles', with the nearest name; nothing when the tables hold no profiles. */
    public static List<TableProblem> problems(Tables tables) {
        return problems(tables, new Places());
    }

    /** @param places of the cells, as far as they are known */
    public static List<TableProblem> problems(Tables tables, Places places) {
        List<TableProblem> problems = new ArrayList<>();
        Set<String> known = new TreeSet<>(profiles(tables));
        for (Table table : known.isEmpty() ? List.<Table>of() : tables.all()) {
            for (Row row : table.rows()) {
                String terms = row.text(TERMS);
                if (terms != null && !known.contains(terms)) {
                    String nearest = Nearest.to(terms, known);
                    problems.add(new TableProblem(
                            places.of(table.sheet().id(), row.ref().row(), TERMS),
                            Wording.typed(terms),
                            Wording.nearest(
                                    Reason.of("tables.terms", PROFILES, Wording.oneOf(List.copyOf(known))), nearest)));
                }
            }
        }
        return problems;
    }

    /**
     * Clauses of the book that are conventions too, and rows that cite a clause which neither the book nor the conventions have, with the
     * nearest one.
     */
    public static List<TableProblem> clauses(Tables tables, Set<String> conventions, Places places) {
        List<TableProblem> problems = new ArrayList<>();
        String clauses = ClauseSheets.CLAUSES.id();
        tables.all().stream()
                .filter(table -> table.sheet().id().equals(clauses))
                .flatMap(table -> table.rows().stream())
                .filter(row -> conventions.contains(ClauseSheets.CLAUSES.name(row)))
                .forEach(row -> problems.add(new TableProblem(
                        places.of(clauses, row.ref().row(), "id"),
                        Wording.typed(ClauseSheets.CLAUSES.name(row)),
                        Reason.of("tables.clause_convention"))));
        Set<String> registered = new LinkedHashSet<>(conventions);
        registered.addAll(ClauseSheets.ids(tables));
        for (Table table : tables.all()) {
            for (Row row : table.rows()) {
                row.ref().clauses().stream()
                        .filter(clause -> !registered.contains(clause))
                        .forEach(clause -> {
                            String nearest = Nearest.to(clause, registered);
                            problems.add(new TableProblem(
                                    places.of(table.sheet().id(), row.ref().row(), "clauses"),
                                    Wording.typed(clause),
                                    Wording.nearest(Reason.of("tables.clause"), nearest)));
                        });
            }
        }
        return problems;
    }
}
