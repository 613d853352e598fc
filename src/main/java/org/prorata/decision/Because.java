package org.prorata.decision;

import java.util.List;

/**
 * Why a decision stands: clauses, reading, rule, table rows and the formula with its figures. Stored as data; sentences
 * are made at the door, in the reader's language.
 *
 * @param rules   names of the rules that proposed it, the last one decisive
 */
public record Because(List<String> clauses, Reading reading, List<String> rules, List<TableRow> rows,
                      List<Reason> reasons, List<Displaced> displaced) {
}
