package org.prorata.decision;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Why a decision stands: rule, table rows and the formula with its figures. Stored as data; sentences are made at the
 * door, in the reader's language.
 *
 * @param reading where the decision comes from: the decisive row, the contract where no row was needed, or the law that
 *                set the contract aside
 * @param rules   names of the rules that proposed it, the decisive one first
 * @param rows    table rows that it rests on, the decisive one first
 */
public record Because(
        Reading reading, List<String> rules, List<TableRow> rows, List<Reason> reasons, List<Displaced> displaced) {

    /** The clauses of the rules and of the rows, without repetition. */
    public List<String> clauses() {
        Set<String> all = new LinkedHashSet<>();
        rules.forEach(rule -> all.addAll(Clauses.ofRule(rule)));
        rows.forEach(row -> all.addAll(row.clauses()));
        return List.copyOf(all);
    }
}
