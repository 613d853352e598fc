package org.prorata.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Slots of one dossier that are alike in all that the rules look at. The rules see the group, and the one that fires
 * proposes for each of its slots: fewer facts, the same proposals.
 */
public abstract class Alike<S> {

    private final S like;
    private final List<S> slots = new ArrayList<>(4);

    /** A group with its first slot, which stands for all in what the rules look at. */
    protected Alike(S first) {
        this.like = first;
        slots.add(first);
    }

    /** Whether the rules cannot tell a slot from those of the group. */
    protected abstract boolean holds(S slot);

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

    /** Makes a group of a first slot. */
    @FunctionalInterface
    public interface Maker<S, G extends Alike<S>> {
        G of(S first);
    }

    /** Puts a slot into the group that it is like, a new one if there is none. */
    public static <S, G extends Alike<S>> void group(S slot, List<G> groups, Maker<S, G> maker) {
        for (int i = 0; i < groups.size(); i++) {
            if (groups.get(i).holds(slot)) {
                ((Alike<S>) groups.get(i)).slots.add(slot);
                return;
            }
        }
        groups.add(maker.of(slot));
    }
}
