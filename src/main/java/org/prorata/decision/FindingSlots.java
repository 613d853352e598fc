package org.prorata.decision;

import java.util.Objects;

/**
 * Findings of one kind that the rules cannot tell from each other: each comparison of day and bounds or of amount and bounds comes out
 * the same. Rules see the first one, which stands for all.
 */
final class FindingSlots extends Alike<FindingSlot> {

    FindingSlots(FindingSlot first) {
        super(first);
    }

    @Override
    Object fact() {
        return like();
    }

    @Override
    protected boolean holds(FindingSlot slot) {
        FindingSlot like = like();
        return like.getFinding() == slot.getFinding()
                && alike(like.getDay(), like.getFirstDay(), slot.getDay(), slot.getFirstDay())
                && alike(like.getDay(), like.getLastDay(), slot.getDay(), slot.getLastDay())
                && alike(like.getAmount(), like.getLeast(), slot.getAmount(), slot.getLeast())
                && alike(like.getAmount(), like.getMost(), slot.getAmount(), slot.getMost());
    }

    /** Whether a value compares with its bound as another one with its own; what is absent compares with nothing. */
    private static <T extends Comparable<? super T>> boolean alike(T value, T bound, T otherValue, T otherBound) {
        if (Objects.isNull(value) != Objects.isNull(otherValue) || Objects.isNull(bound) != Objects.isNull(otherBound)) {
            return false;
        }
        return value == null || bound == null
                || Integer.signum(value.compareTo(bound)) == Integer.signum(otherValue.compareTo(otherBound));
    }
}
