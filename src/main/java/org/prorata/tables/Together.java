package org.prorata.tables;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.prorata.policy.Row;

/**
 * Sheets of which several rows answer together, and how a measured figure chooses among those that are bands.
 *
 * @param bound     column of the band's bound, null: the rows are no bands
 * @param inclusive column that says whether the bound belongs to the band, null: it never does
 * @param below     whether a band lies below its bound and the lowest holds; else above it, and the highest does
 */
record Together(String bound, String inclusive, boolean below) {

    private static final Together ALL = new Together(null, null, false);
    private static final Map<String, Together> KNOWN = Map.of(
            "service-level!bands", new Together("below_pct", "inclusive", true),
            "service-level!restoration-bands", new Together("over_hours", null, false),
            "service-level!windows", ALL, "service-level!holidays", ALL, "rights!retention", ALL);

    /** Null for a sheet of which one row answers. */
    static Together of(Sheet sheet) {
        return KNOWN.get(sheet.id());
    }

    static boolean banded(Sheet sheet) {
        return of(sheet) != null && of(sheet).bound != null;
    }

    /** The bands that hold: one, or none when the figure lies in none of them. */
    List<Row> holding(List<Row> rows, BigDecimal measured) {
        Comparator<Row> byBound = Comparator.comparing(row -> row.decimal(bound));
        return rows.stream().filter(row -> holds(row, measured)).min(below ? byBound : byBound.reversed()).stream().toList();
    }

    private boolean holds(Row row, BigDecimal measured) {
        int against = measured.compareTo(row.decimal(bound)) * (below ? 1 : -1);
        return against < 0 || against == 0 && inclusive != null && row.flag(inclusive);
    }
}
