package org.prorata.book.coverage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.prorata.book.coverage.TableFinding.Kind;
import org.prorata.book.schema.Table;
import org.prorata.decision.policy.Row;

/**
 * Finds what ends while the rest goes on, such as one band of several: nothing takes its place on the day after, by whatever
 * bound. Where all rows end together, or others begin on that day, the change is meant.
 */
final class EndedCover {

    private final Table table;
    private final String column;
    private final Bound bound;
    private final List<TableFinding> findings = new ArrayList<>();

    /**
     * @param column that tells rows apart which answer together
     * @param bound  which of the others decides instead; null: none does
     */
    EndedCover(Table table, String column, Bound bound) {
        this.table = table;
        this.column = column;
        this.bound = bound;
    }

    /** Bands of all terms. */
    static List<TableFinding> bands(Table table, Bound bound, QueriedColumns asked) {
        EndedCover cover = new EndedCover(table, bound.column(), bound);
        for (String terms : asked.terms(table)) {
            cover.among(
                    table.rows().stream()
                            .filter(row -> row.text(RowSelection.TERMS) == null
                                    || row.text(RowSelection.TERMS).equals(terms))
                            .toList(),
                    Map.of(RowSelection.TERMS, new Region.Values(List.of(terms))),
                    asked.first(terms));
        }
        return cover.findings;
    }

    /**
     * Looks through rows that answer together.
     *
     * @param keys  with which they are asked
     * @param first day on which they can be asked; null: any
     */
    void among(List<Row> rows, Map<String, Region.Part> keys, LocalDate first) {
        Map<String, List<Row>> apart = new LinkedHashMap<>();
        rows.forEach(row -> apart.computeIfAbsent(QueriedColumns.text(row, column), value -> new ArrayList<>())
                .add(row));
        apart.forEach((value, own) -> {
            Row last = own.stream().reduce((a, b) -> later(a, b) ? a : b).orElseThrow();
            LocalDate next =
                    last.date("valid_to") == null ? null : last.date("valid_to").plusDays(1);
            if (next == null || first != null && next.isBefore(first)) {
                return;
            }
            boolean replaced = rows.stream().anyMatch(row -> next.equals(row.date("valid_from")));
            if (!replaced && rows.stream().anyMatch(row -> !own.contains(row) && Bound.holds(row, next))) {
                ended(last, value, next, keys);
            }
        });
    }

    private static boolean later(Row a, Row b) {
        return a.date("valid_to") == null
                || b.date("valid_to") != null && a.date("valid_to").isAfter(b.date("valid_to"));
    }

    private void ended(Row last, String value, LocalDate next, Map<String, Region.Part> keys) {
        Map<String, Region.Part> parts = new LinkedHashMap<>(keys);
        parts.put(column, new Region.Values(List.of(value)));
        parts.put(Region.DAYS, new Region.DayStretch(next, null));
        Region region = new Region(parts);
        List<Map<String, String>> closing = new ClosingRows(table).closing(region, last);
        findings.add(new TableFinding(
                Kind.GAP,
                table.sheet().id(),
                region,
                List.of(last.ref().row()),
                PolicyCover.then(
                        Neighbours.nearest(last),
                        bound == null ? null : bound.instead(region, table.rows()),
                        ClosingRows.shown(closing, region, last)),
                closing));
    }

    List<TableFinding> findings() {
        return findings;
    }
}
