package org.prorata.decision;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Why a decision stands: rule, table rows and the formula with its figures. Stored as data; sentences are made at the
 * door, in the reader's language.
 *
 * @param rules  names of the rules that proposed it, the decisive one first
 * @param rows   table rows that it rests on, the decisive one first
 * @param stated the reading where the decisive row does not tell it, else null
 */
public record Because(List<String> rules, List<TableRow> rows, List<Reason> reasons, List<Displaced> displaced,
                      Reading stated) {

    /** Reasons whose decisive row tells the reading. */
    public Because(List<String> rules, List<TableRow> rows, List<Reason> reasons, List<Displaced> displaced) {
        this(rules, rows, reasons, displaced, null);
    }

    /** The clauses of the rules and of the rows, without repetition. */
    public List<String> clauses() {
        Set<String> all = new LinkedHashSet<>();
        rules.forEach(rule -> all.addAll(Clauses.ofRule(rule)));
        rows.forEach(row -> all.addAll(row.clauses()));
        return List.copyOf(all);
    }

    /** Where the decision comes from: as stated, else the decisive row, or the contract where no row was needed. */
    public Reading reading() {
        if (stated != null) {
            return stated;
        }
        return rows.isEmpty() ? Reading.CONTRACT : rows.get(0).reading();
    }
}
