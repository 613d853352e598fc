package org.prorata.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Slots that are alike in all that the rules look at, of one dossier or of many that are worked together. The rules see
 * the group, and the one that fires proposes for each of its slots: fewer facts, the same proposals.
 */
public abstract class Alike<S extends Slot<?>> {

    private final S like;
    private final List<S> slots = new ArrayList<>(4);

    /** A group with its first slot, which stands for all in what the rules look at. */
    protected Alike(S first) {
        this.like = first;
        slots.add(first);
    }

    /** Whether the rules cannot tell a slot from those of the group. */
    protected abstract boolean holds(S slot);

    /** What the rules see of the group. */
    Object fact() {
        return this;
    }

    /** The slot that stands for all. */
    protected final S like() {
        return like;
    }

    /** Has each slot propose. */
    protected final void each(String by, BiConsumer<S, String> propose) {
        for (int i = 0; i < slots.size(); i++) {
            propose.accept(slots.get(i), by);
        }
    }

    /** Takes a slot that is like those of the group; false when it is not. */
    @SuppressWarnings("unchecked")
    public final boolean take(Slot<?> slot) {
        // groups are kept by the class of their slots
        S one = (S) slot;
        if (!holds(one)) {
            return false;
        }
        slots.add(one);
        return true;
    }
}
