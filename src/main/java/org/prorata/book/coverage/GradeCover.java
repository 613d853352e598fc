package org.prorata.book.coverage;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.prorata.book.coverage.TableFinding.Kind;
import org.prorata.book.schema.Column;
import org.prorata.book.schema.Table;
import org.prorata.book.schema.Tables;
import org.prorata.decision.policy.Row;

/** Finds grades of alerts or anomalies that terms leave out while they answer others of the same scale. */
final class GradeCover {

    static final String SHEET = "service-level!response";

    private static final String GRADE = "grade";
    private static final String ANOMALIES = "service-level!anomalies";
    private static final String SEVERITY = "severity";

    private final Table table;
    private final QueriedColumns asked;
    private final ClosingRows proposals;
    private final List<TableFinding> findings = new ArrayList<>();

    private GradeCover(Table table, QueriedColumns asked) {
        this.table = table;
        this.asked = asked;
        this.proposals = new ClosingRows(table);
    }

    static List<TableFinding> findings(Table table, Tables tables, QueriedColumns asked) {
        GradeCover cover = new GradeCover(table, asked);
        List<String> grades = allowed(table, GRADE);
        Table anomalies = tables.byId().get(ANOMALIES);
        List<String> severities = anomalies == null ? List.of() : allowed(anomalies, SEVERITY);
        List<String> priorities =
                grades.stream().filter(grade -> !severities.contains(grade)).toList();
        for (String terms : asked.terms(table)) {
            List<Row> own = table.rows().stream()
                    .filter(row -> row.text(RowSelection.TERMS) == null
                            || row.text(RowSelection.TERMS).equals(terms))
                    .toList();
            cover.scale(terms, own, priorities);
            cover.scale(terms, own, severities);
        }
        return cover.findings;
    }

    private static List<String> allowed(Table table, String column) {
        return table.sheet().columns().stream()
                .filter(each -> each.name().equals(column))
                .map(Column::allowed)
                .findFirst()
                .orElseThrow();
    }

    private void scale(String terms, List<Row> own, List<String> scale) {
        List<Row> rows = own.stream()
                .filter(row -> row.text(GRADE) == null || scale.contains(row.text(GRADE)))
                .toList();
        List<Placed> placed = rows.stream().map(Placed::of).toList();
        Axis.DayAxis days = Axis.DayAxis.of(asked.first(terms), placed);
        Map<String, BitSet> covered = new LinkedHashMap<>();
        BitSet some = new BitSet();
        for (String grade : scale) {
            BitSet there = new BitSet();
            placed.stream()
                    .filter(row -> row.row().text(GRADE) == null
                            || row.row().text(GRADE).equals(grade))
                    .forEach(row -> there.or(days.extent(row.from(), row.to())));
            covered.put(grade, there);
            some.or(there);
        }
        Map<BitSet, List<String>> missing = new LinkedHashMap<>();
        covered.forEach((grade, there) -> {
            BitSet open = (BitSet) some.clone();
            open.andNot(there);
            if (!open.isEmpty()) {
                missing.computeIfAbsent(open, key -> new ArrayList<>()).add(grade);
            }
        });
        missing.forEach((open, grades) ->
                WeekdayCover.stretches(open).forEach(stretch -> found(terms, grades, stretch, days, placed)));
    }

    private void found(String terms, List<String> grades, BitSet open, Axis.DayAxis days, List<Placed> placed) {
        Map<String, Region.Part> parts = new LinkedHashMap<>();
        parts.put(RowSelection.TERMS, new Region.Values(List.of(terms)));
        parts.put(GRADE, new Region.Values(grades));
        if (open.cardinality() < days.atoms) {
            parts.put(Region.DAYS, days.part(open));
        }
        Row near = placed.stream()
                .filter(row -> days.extent(row.from(), row.to()).intersects(open))
                .map(Placed::row)
                .findFirst()
                .orElseThrow();
        Region region = new Region(parts);
        List<Map<String, String>> closing = proposals.closing(region, near);
        findings.add(new TableFinding(
                Kind.GAP,
                table.sheet().id(),
                region,
                List.of(near.ref().row()),
                PolicyCover.then(Neighbours.nearest(near), ClosingRows.shown(closing, region, near)),
                closing));
    }
}
