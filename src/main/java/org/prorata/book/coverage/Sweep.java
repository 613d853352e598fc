package org.prorata.book.coverage;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Goes through axes one by one, keeping the rows that are still in question: atoms with the same rows go together, and
 * where no row is left all that lies behind is open. So the work follows what the rows tell apart, not all combinations.
 */
final class Sweep {

    private final List<Axis> axes;
    private final boolean wholly;
    private final List<Box> gaps = new ArrayList<>();
    private final Map<Set<Integer>, List<Box>> overlaps = new LinkedHashMap<>();
    private final Set<Integer> reached = new TreeSet<>();

    /**
     * @param axes   the last one is ordered, the others are not
     * @param wholly whether everything must be answered; else only what is answered before and after is a gap
     */
    Sweep(List<Axis> axes, boolean wholly) {
        this.axes = axes;
        this.wholly = wholly;
    }

    Sweep over(List<Placed> rows) {
        go(0, rows, List.of());
        return this;
    }

    /** Boxes that no row answers. */
    List<Box> gaps() {
        return Box.merged(gaps, axes);
    }

    /** Boxes that several rows answer, by the numbers of these rows. */
    Map<Set<Integer>, List<Box>> overlaps() {
        Map<Set<Integer>, List<Box>> merged = new LinkedHashMap<>();
        overlaps.forEach((rows, boxes) -> merged.put(rows, Box.merged(boxes, axes)));
        return merged;
    }

    /** Numbers of the rows that answer something. */
    Set<Integer> reached() {
        return reached;
    }

    private void go(int axis, List<Placed> rows, List<BitSet> before) {
        if (rows.isEmpty()) {
            if (wholly) {
                stretches(before, axis).forEach(gaps::add);
            }
        } else if (axis == axes.size()) {
            Set<Integer> numbers = new TreeSet<>();
            rows.forEach(row -> numbers.add(row.number()));
            reached.addAll(numbers);
            if (rows.size() > 1) {
                overlaps.computeIfAbsent(numbers, key -> new ArrayList<>()).addAll(stretches(before, axis));
            }
        } else {
            groups(axis, rows).forEach((there, atoms) -> {
                List<BitSet> now = new ArrayList<>(before);
                now.add(atoms);
                if (wholly || !there.isEmpty()) {
                    go(axis + 1, there.stream().mapToObj(rows::get).toList(), now);
                } else if (axis == axes.size() - 1) {
                    between(now, rows);
                }
            });
        }
    }

    /** Atoms by the places of the rows that answer them. */
    private Map<BitSet, BitSet> groups(int axis, List<Placed> rows) {
        BitSet[] there = new BitSet[axes.get(axis).atoms];
        for (int atom = 0; atom < there.length; atom++) {
            there[atom] = new BitSet(rows.size());
        }
        for (int i = 0; i < rows.size(); i++) {
            int place = i;
            rows.get(i).extents().get(axis).stream().forEach(atom -> there[atom].set(place));
        }
        Map<BitSet, BitSet> groups = new LinkedHashMap<>();
        for (int atom = 0; atom < there.length; atom++) {
            groups.computeIfAbsent(there[atom], key -> new BitSet()).set(atom);
        }
        return groups;
    }

    /** Of what is open on the last axis that which lies between answered days. */
    private void between(List<BitSet> open, List<Placed> rows) {
        int last = axes.size() - 1;
        BitSet answered = new BitSet();
        rows.forEach(row -> answered.or(row.extents().get(last)));
        stretches(open, axes.size()).stream()
                .filter(box -> box.sides().get(last).nextSetBit(0) > answered.nextSetBit(0)
                        && box.sides().get(last).length() < answered.length()
                        && !answered.isEmpty())
                .forEach(gaps::add);
    }

    /** A box for each stretch of the last axis; axes not looked at any more are there as a whole. */
    private List<Box> stretches(List<BitSet> before, int axis) {
        List<BitSet> sides = new ArrayList<>(before);
        for (int i = axis; i < axes.size(); i++) {
            sides.add(axes.get(i).all());
        }
        int last = axes.size() - 1;
        BitSet whole = sides.get(last);
        List<Box> boxes = new ArrayList<>();
        for (int begin = whole.nextSetBit(0); begin >= 0; begin = whole.nextSetBit(whole.nextClearBit(begin))) {
            BitSet stretch = new BitSet();
            stretch.set(begin, whole.nextClearBit(begin));
            boxes.add(new Box(sides).with(last, stretch));
        }
        return boxes;
    }
}
