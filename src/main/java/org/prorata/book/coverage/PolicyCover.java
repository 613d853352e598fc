package org.prorata.book.coverage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.prorata.book.coverage.TableFinding.Kind;
import org.prorata.book.schema.Column;
import org.prorata.book.schema.SeveralAnswers;
import org.prorata.book.schema.Table;
import org.prorata.decision.Reason;
import org.prorata.decision.policy.Row;

/** Finds what a policy sheet leaves open, answers twice or never answers: terms by terms, then key by key, then by days. */
final class PolicyCover {

    private final Table table;
    private final Question question;
    /** Values that tell rows apart where several may answer; null: one row answers. */
    private final List<String> apart;

    private final QueriedColumns asked;
    private final ClosingRows proposals;
    private final List<TableFinding> findings = new ArrayList<>();
    private final Map<Integer, Reason> unreached = new LinkedHashMap<>();
    private final Set<Integer> reached = new TreeSet<>();

    PolicyCover(Table table, Question question, QueriedColumns asked) {
        this.table = table;
        this.question = question;
        this.apart = SeveralAnswers.of(table.sheet()) == null
                ? null
                : SeveralAnswers.of(table.sheet()).apart();
        this.asked = asked;
        this.proposals = new ClosingRows(table);
    }

    List<TableFinding> findings() {
        boolean byTerms =
                table.sheet().keys().stream().anyMatch(key -> key.name().equals(RowSelection.TERMS));
        if (byTerms) {
            asked.terms(table).forEach(this::terms);
        } else {
            cover(null, table.rows(), question.must() != null);
        }
        for (Row row : table.rows()) {
            int number = row.ref().row();
            if (!reached.contains(number)) {
                findings.add(new TableFinding(
                        Kind.UNREACHED,
                        table.sheet().id(),
                        region(row),
                        List.of(number),
                        Reason.of(
                                "tables.cover.unreached",
                                String.valueOf(number),
                                unreached.getOrDefault(number, Reason.of("tables.cover.never_asked"))),
                        List.of()));
            }
        }
        return findings;
    }

    private void terms(String terms) {
        List<Row> rows = table.rows().stream()
                .filter(row -> row.text(RowSelection.TERMS) == null
                        || row.text(RowSelection.TERMS).equals(terms))
                .toList();
        if (!asked.holds(question.of(), terms)) {
            rows.forEach(row -> unreached.putIfAbsent(row.ref().row(), Reason.of("tables.cover.not_asked", terms)));
            return;
        }
        cover(
                terms,
                rows,
                question.must() != null && asked.holds(question.must().terms(), terms));
    }

    private void cover(String terms, List<Row> rows, boolean must) {
        List<Axis.Choice> keys = new ArrayList<>();
        for (Column key : table.sheet().keys()) {
            if (!key.name().equals(RowSelection.TERMS)) {
                keys.add(new Axis.Choice(key.name(), asked.values(key, terms, table)));
            }
        }
        boolean several = apart != null;
        if (must && several) {
            // whichever of them: one row at least
            sweep(terms, rows, keys, true, true, false);
        }
        List<Axis.Choice> all = new ArrayList<>(keys);
        if (several) {
            Table own = new Table(table.sheet(), rows);
            apart.forEach(column -> all.add(new Axis.Choice(column, values(column, own))));
        }
        sweep(terms, rows, all, must && !several, true, true);
    }

    private static List<String> values(String column, Table own) {
        List<String> values = new ArrayList<>(QueriedColumns.named(column, own));
        if (own.rows().stream().anyMatch(row -> row.values().get(column) == null)) {
            values.add("");
        }
        return values;
    }

    private void sweep(
            String terms, List<Row> rows, List<Axis.Choice> keys, boolean wholly, boolean open, boolean twice) {
        LocalDate first = terms == null ? null : asked.first(terms);
        List<Placed> placed = rows.stream().map(Placed::of).toList();
        Axis.DayAxis days = Axis.DayAxis.of(first, placed);
        List<Axis> axes = new ArrayList<>(keys);
        axes.add(days);
        List<Placed> ready = new ArrayList<>();
        for (Placed row : placed) {
            List<BitSet> extents = new ArrayList<>();
            for (Axis.Choice key : keys) {
                boolean telling = apart != null && apart.contains(key.name);
                extents.add(key.extent(
                        row.row().values().get(key.name) == null && !telling
                                ? null
                                : QueriedColumns.text(row.row(), key.name)));
            }
            extents.add(days.extent(row.from(), row.to()));
            Placed there = row.at(extents);
            ready.add(there);
            why(terms, there, axes);
        }
        Sweep sweep = new Sweep(axes, wholly).over(ready);
        reached.addAll(sweep.reached());
        if (open) {
            sweep.gaps().forEach(box -> gap(terms, box, axes, ready));
        }
        if (twice) {
            sweep.overlaps()
                    .forEach((numbers, boxes) ->
                            boxes.forEach(box -> overlap(region(terms, box, axes), List.copyOf(numbers))));
        }
    }

    private void why(String terms, Placed row, List<Axis> axes) {
        for (int i = 0; i < axes.size(); i++) {
            if (row.extents().get(i).isEmpty()) {
                Axis axis = axes.get(i);
                unreached.putIfAbsent(
                        row.number(),
                        axis instanceof Axis.DayAxis
                                ? terms == null || asked.first(terms) == null
                                        ? Reason.of("tables.cover.reversed")
                                        : Reason.of(
                                                "tables.cover.begin",
                                                terms,
                                                asked.first(terms).toString())
                                : terms == null
                                        ? Reason.of(
                                                "tables.cover.ask_only",
                                                axis.name,
                                                axis.part(axis.all()).toString())
                                        : Reason.of(
                                                "tables.cover.ask_only_terms",
                                                terms,
                                                axis.name,
                                                axis.part(axis.all()).toString()));
            }
        }
    }

    private void gap(String terms, Box box, List<Axis> axes, List<Placed> rows) {
        Region region = region(terms, box, axes);
        Neighbours near = Neighbours.of(box, rows);
        Bound bound = Bound.of(table.sheet());
        Reason instead = bound == null ? null : bound.instead(region, table.rows());
        List<Map<String, String>> closing = proposals.closing(region, near.first());
        findings.add(new TableFinding(
                Kind.GAP,
                table.sheet().id(),
                region,
                near.numbers(),
                then(near.shown(), instead, ClosingRows.shown(closing, region, near.first())),
                closing));
    }

    private void overlap(Region region, List<Integer> numbers) {
        String how = "tables.cover." + (numbers.size() == 2 ? "both" : "all") + (apart == null ? "" : "_the_same");
        findings.add(new TableFinding(
                Kind.OVERLAP,
                table.sheet().id(),
                region,
                numbers,
                then(Reason.of(how, Neighbours.rows(numbers)), Reason.of("tables.cover.leave_one")),
                List.of()));
    }

    /** What is said one after the other; null: nothing. */
    static Reason then(Reason... parts) {
        return Stream.of(parts)
                .filter(Objects::nonNull)
                .reduce((a, b) -> Reason.of("tables.cover.then", a, b))
                .orElseThrow();
    }

    /** Without the keys that may have any value. */
    private static Region region(String terms, Box box, List<Axis> axes) {
        Map<String, Region.Part> parts = new LinkedHashMap<>();
        if (terms != null) {
            parts.put(RowSelection.TERMS, new Region.Values(List.of(terms)));
        }
        for (int i = 0; i < axes.size(); i++) {
            Axis axis = axes.get(i);
            if (box.sides().get(i).cardinality() < axis.atoms) {
                parts.put(axis.name, axis.part(box.sides().get(i)));
            }
        }
        return new Region(parts);
    }

    private Region region(Row row) {
        Map<String, Region.Part> parts = new LinkedHashMap<>();
        for (Column key : table.sheet().keys()) {
            if (row.values().get(key.name()) != null) {
                parts.put(key.name(), new Region.Values(List.of(QueriedColumns.text(row, key.name()))));
            }
        }
        if (row.date("valid_from") != null || row.date("valid_to") != null) {
            parts.put(Region.DAYS, new Region.DayStretch(row.date("valid_from"), row.date("valid_to")));
        }
        return new Region(parts);
    }
}
