package org.prorata.book.coverage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.TreeSet;

/** One key of what a sheet is asked, cut into atoms: values that no row tells apart are one. */
abstract class Axis {

    final String name;
    final int atoms;

    private Axis(String name, int atoms) {
        this.name = name;
        this.atoms = atoms;
    }

    /** Whether neighbouring atoms make one stretch, and others don't. */
    abstract boolean ordered();

    /** What some of the atoms are. */
    abstract Region.Part part(BitSet some);

    final BitSet all() {
        BitSet all = new BitSet(atoms);
        all.set(0, atoms);
        return all;
    }

    /** The values of a list. */
    static final class Choice extends Axis {

        final List<String> values;

        Choice(String name, List<String> values) {
            super(name, values.size());
            this.values = List.copyOf(values);
        }

        /** @param value null: any */
        BitSet extent(String value) {
            if (value == null) {
                return all();
            }
            BitSet one = new BitSet(atoms);
            if (values.contains(value)) {
                one.set(values.indexOf(value));
            }
            return one;
        }

        @Override
        boolean ordered() {
            return false;
        }

        @Override
        Region.Part part(BitSet some) {
            return new Region.Values(some.stream().mapToObj(values::get).toList());
        }
    }

    /** Days, cut where some row begins or ends. */
    static final class DayAxis extends Axis {

        /** First days of all atoms but the first, which begins at {@code first}. */
        private final List<LocalDate> cuts;

        private final LocalDate first;

        private DayAxis(LocalDate first, List<LocalDate> cuts) {
            super(Region.DAYS, cuts.size() + 1);
            this.first = first;
            this.cuts = cuts;
        }

        /** @param first null: from ever */
        static DayAxis of(LocalDate first, List<Placed> rows) {
            TreeSet<LocalDate> cuts = new TreeSet<>();
            for (Placed row : rows) {
                if (row.from() != null) {
                    cuts.add(row.from());
                }
                if (row.to() != null) {
                    cuts.add(row.to().plusDays(1));
                }
            }
            cuts.removeIf(cut -> first != null && !cut.isAfter(first));
            return new DayAxis(first, new ArrayList<>(cuts));
        }

        BitSet extent(LocalDate from, LocalDate to) {
            BitSet some = new BitSet(atoms);
            int begin = from == null ? 0 : first(from);
            int end = to == null ? atoms : first(to.plusDays(1));
            if (to != null && first != null && to.isBefore(first)) {
                end = 0;
            }
            if (begin < end) {
                some.set(begin, end);
            }
            return some;
        }

        private int first(LocalDate day) {
            return cuts.indexOf(day) + 1;
        }

        @Override
        boolean ordered() {
            return true;
        }

        @Override
        Region.Part part(BitSet some) {
            int begin = some.nextSetBit(0);
            int end = some.length();
            return new Region.DayStretch(
                    begin == 0 ? first : cuts.get(begin - 1),
                    end == atoms ? null : cuts.get(end - 1).minusDays(1));
        }
    }
}
