package org.prorata.values;

import java.util.ArrayList;
import java.util.List;

/** A set of calendar days as disjoint periods. Immutable. */
public record Days(List<Period> periods) {

    public static final Days NONE = new Days(List.of());

    public Days {
        periods = List.copyOf(periods);
    }

    public static Days of(Period period) {
        return new Days(List.of(period));
    }

    /** These days without those of {@code other}. */
    public Days without(Period other) {
        List<Period> left = new ArrayList<>();
        for (Period period : periods) {
            Period common = period.common(other);
            if (common == null) {
                left.add(period);
                continue;
            }
            if (common.from().isAfter(period.from())) {
                left.add(new Period(period.from(), common.from().minusDays(1)));
            }
            if (common.to().isBefore(period.to())) {
                left.add(new Period(common.to().plusDays(1), period.to()));
            }
        }
        return new Days(left);
    }

    /** These days without those of {@code other}. */
    public Days without(Days other) {
        Days left = this;
        for (Period period : other.periods) {
            left = left.without(period);
        }
        return left;
    }

    /** These days and those of {@code other}. */
    public Days with(Period other) {
        List<Period> all = new ArrayList<>(without(other).periods);
        Period joined = other;
        for (Period period : List.copyOf(all)) {
            if (period.to().plusDays(1).equals(joined.from())) {
                joined = new Period(period.from(), joined.to());
                all.remove(period);
            } else if (joined.to().plusDays(1).equals(period.from())) {
                joined = new Period(joined.from(), period.to());
                all.remove(period);
            }
        }
        all.add(joined);
        return new Days(all);
    }

    public boolean isEmpty() {
        return periods.isEmpty();
    }

    /** The one period that these days form, or null. */
    public Period single() {
        return periods.size() == 1 ? periods.get(0) : null;
    }
}
