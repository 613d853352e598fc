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
import org.prorata.decision.Reason;
import org.prorata.decision.policy.Row;

/**
 * Looks at the hours of the week by weekdays: hours that two rows count, a working day left out between others, a weekday that
 * ends while others go on, and working hours that other sheets count but nobody wrote.
 */
final class WeekdayCover {

    static final String SHEET = "service-level!windows";

    private static final String PURPOSE = "purpose";
    private static final String WORKING = "working";
    private static final String WEEKDAY = "weekday";
    /** Sheets whose delays may count working time. */
    private static final List<String> COUNTING = List.of("service-level!response", "rights!delays");

    private final Table table;
    private final Tables tables;
    private final QueriedColumns asked;
    private final ClosingRows proposals;
    private final List<String> week;
    private final List<TableFinding> findings = new ArrayList<>();

    private WeekdayCover(Table table, Tables tables, QueriedColumns asked) {
        this.table = table;
        this.tables = tables;
        this.asked = asked;
        this.proposals = new ClosingRows(table);
        this.week = column(WEEKDAY).allowed();
    }

    static List<TableFinding> findings(Table table, Tables tables, QueriedColumns asked) {
        WeekdayCover cover = new WeekdayCover(table, tables, asked);
        EndedCover ended = new EndedCover(table, WEEKDAY, null);
        for (String terms : asked.terms(table)) {
            for (String purpose : cover.column(PURPOSE).allowed()) {
                List<Row> rows = table.rows().stream()
                        .filter(row -> applies(row, RowSelection.TERMS, terms) && applies(row, PURPOSE, purpose))
                        .toList();
                Map<String, Region.Part> keys = new LinkedHashMap<>();
                keys.put(RowSelection.TERMS, new Region.Values(List.of(terms)));
                keys.put(PURPOSE, new Region.Values(List.of(purpose)));
                cover.twice(rows, keys);
                if (purpose.equals(WORKING)) {
                    cover.between(rows, keys, terms);
                    cover.counted(rows, keys, terms);
                }
                ended.among(rows, keys, asked.first(terms));
            }
        }
        cover.findings.addAll(ended.findings());
        return cover.findings;
    }

    private Column column(String name) {
        return table.sheet().columns().stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static boolean applies(Row row, String key, String value) {
        return row.text(key) == null || row.text(key).equals(value);
    }

    /** Rows of a weekday whose hours overlap; those with the same beginning are told already. */
    private void twice(List<Row> rows, Map<String, Region.Part> keys) {
        List<DayHours> hours = rows.stream()
                .map(DayHours::of)
                .filter(one -> one != null)
                .sorted()
                .toList();
        for (int i = 0; i < hours.size(); i++) {
            for (int j = i + 1; j < hours.size() && hours.get(j).startsWithin(hours.get(i)); j++) {
                Region.DayStretch days = common(hours.get(i).row(), hours.get(j).row());
                if (hours.get(i).from().equals(hours.get(j).from())
                        || days.from() != null && days.to() != null && days.to().isBefore(days.from())) {
                    continue;
                }
                Row later = hours.get(j).row();
                Map<String, Region.Part> parts = new LinkedHashMap<>(keys);
                for (String apart : List.of(WEEKDAY, "from_hour", "from_minute")) {
                    parts.put(apart, new Region.Values(List.of(QueriedColumns.text(later, apart))));
                }
                if (days.from() != null || days.to() != null) {
                    parts.put(Region.DAYS, days);
                }
                List<Integer> numbers =
                        List.of(hours.get(i).row().ref().row(), later.ref().row());
                findings.add(new TableFinding(
                        Kind.OVERLAP,
                        table.sheet().id(),
                        new Region(parts),
                        numbers,
                        PolicyCover.then(
                                Reason.of(
                                        "tables.cover.hours_twice",
                                        Neighbours.rows(numbers),
                                        hours.get(j).from().toString(),
                                        hours.get(i).endsBefore(hours.get(j))
                                                ? hours.get(i).shownEnd()
                                                : hours.get(j).shownEnd()),
                                Reason.of("tables.cover.hours_apart")),
                        List.of()));
            }
        }
    }

    private static Region.DayStretch common(Row a, Row b) {
        Region.DayStretch one = new Region.DayStretch(a.date("valid_from"), a.date("valid_to"));
        Region.DayStretch other = new Region.DayStretch(b.date("valid_from"), b.date("valid_to"));
        return one.common(other);
    }

    /** A working day that has no row between others that have one. */
    private void between(List<Row> rows, Map<String, Region.Part> keys, String terms) {
        List<Placed> placed = rows.stream().map(Placed::of).toList();
        Axis.DayAxis days = Axis.DayAxis.of(asked.first(terms), placed);
        Map<String, BitSet> open = new LinkedHashMap<>();
        for (int atom = 0; atom < days.atoms; atom++) {
            int here = atom;
            BitSet worked = new BitSet();
            placed.stream()
                    .filter(row -> days.extent(row.from(), row.to()).get(here))
                    .forEach(row -> worked.set(week.indexOf(row.row().text(WEEKDAY))));
            for (int day = worked.nextClearBit(Math.max(0, worked.nextSetBit(0)));
                    day < worked.length();
                    day = worked.nextClearBit(day + 1)) {
                open.computeIfAbsent(week.get(day), key -> new BitSet()).set(here);
            }
        }
        open.forEach((weekday, some) -> stretches(some).forEach(stretch -> {
            Map<String, Region.Part> parts = new LinkedHashMap<>(keys);
            parts.put(WEEKDAY, new Region.Values(List.of(weekday)));
            if (stretch.cardinality() < days.atoms) {
                parts.put(Region.DAYS, days.part(stretch));
            }
            String before = week.get(week.indexOf(weekday) - 1);
            Row near = placed.stream()
                    .filter(row -> days.extent(row.from(), row.to()).intersects(stretch))
                    .map(Placed::row)
                    .reduce((a, b) -> b.text(WEEKDAY).equals(before) ? b : a)
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
        }));
    }

    /** What other sheets count by working time must be written here. */
    private void counted(List<Row> rows, Map<String, Region.Part> keys, String terms) {
        for (String sheet : COUNTING) {
            Table counting = tables.byId().get(sheet);
            for (Row row : counting == null ? List.<Row>of() : counting.rows()) {
                boolean hours = WORKING.equals(row.text("clock"));
                if (!applies(row, RowSelection.TERMS, terms)
                        || !hours && !"working_days".equals(QueriedColumns.text(row, "unit"))) {
                    continue;
                }
                String number = String.valueOf(row.ref().row());
                if (rows.isEmpty()) {
                    findings.add(new TableFinding(
                            Kind.GAP,
                            table.sheet().id(),
                            new Region(keys),
                            List.of(),
                            Reason.of("tables.cover.counted", number, sheet),
                            List.of()));
                }
                rows.stream()
                        .filter(window -> hours && window.integer("from_hour") == null)
                        .forEach(window -> {
                            Map<String, Region.Part> parts = new LinkedHashMap<>(keys);
                            parts.put(WEEKDAY, new Region.Values(List.of(window.text(WEEKDAY))));
                            findings.add(new TableFinding(
                                    Kind.GAP,
                                    table.sheet().id(),
                                    new Region(parts),
                                    List.of(window.ref().row()),
                                    Reason.of(
                                            "tables.cover.no_hours",
                                            String.valueOf(window.ref().row()),
                                            number,
                                            sheet),
                                    List.of()));
                        });
            }
        }
    }

    /** Neighbouring atoms together. */
    static List<BitSet> stretches(BitSet some) {
        List<BitSet> stretches = new ArrayList<>();
        for (int begin = some.nextSetBit(0); begin >= 0; begin = some.nextSetBit(some.nextClearBit(begin))) {
            BitSet stretch = new BitSet();
            stretch.set(begin, some.nextClearBit(begin));
            stretches.add(stretch);
        }
        return stretches;
    }
}
