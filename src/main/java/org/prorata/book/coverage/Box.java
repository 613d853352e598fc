package org.prorata.book.coverage;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Atoms of each axis, all combinations of them. */
record Box(List<BitSet> sides) {

    Box {
        sides = List.copyOf(sides);
    }

    Box with(int axis, BitSet side) {
        List<BitSet> other = new ArrayList<>(sides);
        other.set(axis, side);
        return new Box(other);
    }

    /** The same atoms in fewer boxes: two that differ in one axis alone become one, where the axis is ordered only neighbours. */
    static List<Box> merged(List<Box> boxes, List<Axis> axes) {
        List<Box> all = boxes;
        for (int before = all.size() + 1; all.size() < before && all.size() > 1; ) {
            before = all.size();
            for (int axis = axes.size() - 1; axis >= 0; axis--) {
                all = merged(all, axis, axes.get(axis).ordered());
            }
        }
        return all;
    }

    private static List<Box> merged(List<Box> boxes, int axis, boolean ordered) {
        Map<Box, Integer> places = new HashMap<>();
        List<Box> out = new ArrayList<>();
        for (Box box : boxes) {
            Box rest = box.with(axis, new BitSet());
            Integer place = places.get(rest);
            BitSet there = place == null ? null : out.get(place).sides.get(axis);
            if (there != null && (!ordered || neighbours(there, box.sides.get(axis)))) {
                BitSet both = (BitSet) there.clone();
                both.or(box.sides.get(axis));
                out.set(place, out.get(place).with(axis, both));
            } else {
                places.put(rest, out.size());
                out.add(box);
            }
        }
        return out;
    }

    private static boolean neighbours(BitSet a, BitSet b) {
        return a.length() == b.nextSetBit(0) || b.length() == a.nextSetBit(0);
    }
}
