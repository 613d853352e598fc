package org.prorata.book.coverage;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.prorata.decision.Reason;
import org.prorata.decision.policy.Row;

/** The rows next to a gap: those before and after it in time, else those that differ from it in the fewest keys. */
record Neighbours(List<Placed> rows, boolean between) {

    private static final int SHOWN = 3;

    static Neighbours of(Box gap, List<Placed> rows) {
        int days = gap.sides().size() - 1;
        Comparator<Placed> nearest = Comparator.comparingInt(row -> distance(gap, row));
        BitSet open = gap.sides().get(days);
        Placed before = rows.stream()
                .filter(row -> alongside(gap, row) && ends(row, days) <= open.nextSetBit(0))
                .max(Comparator.comparingInt(row -> ends(row, days)))
                .orElse(null);
        Placed after = rows.stream()
                .filter(row -> alongside(gap, row) && row.extents().get(days).nextSetBit(0) >= open.length())
                .min(Comparator.comparingInt(row -> row.extents().get(days).nextSetBit(0)))
                .orElse(null);
        if (before != null || after != null) {
            List<Placed> both = new ArrayList<>();
            if (before != null) {
                both.add(before);
            }
            if (after != null) {
                both.add(after);
            }
            return new Neighbours(both, both.size() == 2);
        }
        int least = rows.stream().mapToInt(row -> distance(gap, row)).min().orElse(0);
        return new Neighbours(
                rows.stream()
                        .sorted(nearest)
                        .filter(row -> distance(gap, row) == least)
                        .limit(1)
                        .toList(),
                false);
    }

    private static boolean alongside(Box gap, Placed row) {
        return distance(gap, row) == 1
                && !row.extents()
                        .get(gap.sides().size() - 1)
                        .intersects(gap.sides().get(gap.sides().size() - 1));
    }

    private static int ends(Placed row, int days) {
        return row.extents().get(days).length();
    }

    private static int distance(Box gap, Placed row) {
        int apart = 0;
        for (int i = 0; i < gap.sides().size(); i++) {
            apart += row.extents().get(i).intersects(gap.sides().get(i)) ? 0 : 1;
        }
        return apart;
    }

    Row first() {
        return rows.isEmpty() ? null : rows.get(0).row();
    }

    List<Integer> numbers() {
        return rows.stream().map(Placed::number).toList();
    }

    /** That no row answers, and between which rows or beside which. */
    Reason shown() {
        return rows.isEmpty()
                ? Reason.of("tables.cover.none")
                : Reason.of(between ? "tables.cover.between" : "tables.cover.nearest", rows(numbers()));
    }

    /** That no row answers, and which one is nearest. */
    static Reason nearest(Row row) {
        return Reason.of("tables.cover.nearest", rows(List.of(row.ref().row())));
    }

    /** Some rows by number: {@code rows 5 and 6}. */
    static Reason rows(List<Integer> numbers) {
        List<String> shown = new ArrayList<>(numbers.stream()
                .limit(numbers.size() > SHOWN + 1 ? SHOWN : numbers.size())
                .map(String::valueOf)
                .toList());
        if (shown.size() < numbers.size()) {
            return Reason.of("tables.cover.rows_more", String.join(", ", shown), numbers.size() - shown.size());
        }
        String last = shown.remove(shown.size() - 1);
        return shown.isEmpty()
                ? Reason.of("tables.cover.row", last)
                : Reason.of("tables.cover.rows", String.join(", ", shown), last);
    }
}
