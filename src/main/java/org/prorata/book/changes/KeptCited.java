package org.prorata.book.changes;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.prorata.book.schema.ClauseSheets;
import org.prorata.book.schema.References;
import org.prorata.book.schema.Table;
import org.prorata.decision.Reason;
import org.prorata.decision.policy.Row;

/** Clauses and profiles that people took out stay where rows of the new tables cite them, which nobody could use otherwise. */
final class KeptCited {

    private static final String CLAUSES = ClauseSheets.CLAUSES.id();
    private static final String TERMS = "terms";

    private KeptCited() {}

    /** Keeps them in sheets that are settled; what is kept may cite others. */
    static void among(Map<String, CarriedSheet> sheets) {
        boolean more = true;
        while (more) {
            Map<String, String> byClause = new HashMap<>();
            Map<String, String> byTerms = new HashMap<>();
            for (CarriedSheet sheet : sheets.values()) {
                Table table = sheet.result();
                for (Row row : table.rows()) {
                    String place = table.sheet().id() + " " + RowPair.key(table.sheet(), row);
                    row.ref().clauses().forEach(clause -> byClause.putIfAbsent(clause, place));
                    if (row.values().get(TERMS) instanceof String terms) {
                        byTerms.putIfAbsent(terms, place);
                    }
                }
            }
            more = keep(sheets.get(CLAUSES), byClause, "id", Set.of());
            CarriedSheet profiles = sheets.get(References.PROFILES);
            Set<String> known = new HashSet<>();
            if (profiles != null) {
                profiles.result().rows().forEach(row -> known.add(row.text(TERMS)));
            }
            more |= keep(profiles, byTerms, TERMS, known);
        }
    }

    private static boolean keep(CarriedSheet sheet, Map<String, String> cited, String column, Set<String> known) {
        boolean kept = false;
        for (Row row : sheet == null ? List.<Row>of() : sheet.gone()) {
            String id = row.text(column);
            if (cited.containsKey(id) && !known.contains(id)) {
                sheet.keep(row, Reason.of("tables.carry.cited", cited.get(id)));
                kept = true;
            }
        }
        return kept;
    }
}
