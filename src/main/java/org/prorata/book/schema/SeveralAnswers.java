package org.prorata.book.schema;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.prorata.decision.policy.Row;

/**
 * Sheets of which several rows answer together, what tells those rows apart, and how a measured figure chooses among those that
 * are bands. A new sheet of that kind enters here.
 *
 * @param apart     columns of whose values each may answer once
 * @param bound     column of the band's bound, null: the rows are no bands
 * @param inclusive column that says whether the bound belongs to the band, null: it never does
 * @param below     whether a band lies below its bound and the lowest holds; else above it, and the highest does
 */
public record SeveralAnswers(List<String> apart, String bound, String inclusive, boolean below) {

    static final Map<String, SeveralAnswers> KNOWN = Map.of(
            "service-level!bands", bands("below_pct", "inclusive", true),
            "service-level!restoration-bands", bands("over_hours", null, false),
            "service-level!windows", all("weekday", "from_hour", "from_minute"),
            "service-level!holidays", all("day"),
            "rights!retention", all("category", "months"));

    private static SeveralAnswers bands(String bound, String inclusive, boolean below) {
        return new SeveralAnswers(List.of(bound), bound, inclusive, below);
    }

    private static SeveralAnswers all(String... apart) {
        return new SeveralAnswers(List.of(apart), null, null, false);
    }

    /** Null for a sheet of which one row answers. */
    public static SeveralAnswers of(Sheet sheet) {
        return KNOWN.get(sheet.id());
    }

    public static boolean banded(Sheet sheet) {
        return of(sheet) != null && of(sheet).bound != null;
    }

    /** The bands that hold: one, or none when the figure lies in none of them. */
    public List<Row> holding(List<Row> rows, BigDecimal measured) {
        Comparator<Row> byBound = Comparator.comparing(row -> row.decimal(bound));
        return rows.stream().filter(row -> holds(row, measured)).min(below ? byBound : byBound.reversed()).stream()
                .toList();
    }

    private boolean holds(Row row, BigDecimal measured) {
        int against = measured.compareTo(row.decimal(bound)) * (below ? 1 : -1);
        return against < 0 || against == 0 && inclusive != null && row.flag(inclusive);
    }
}
