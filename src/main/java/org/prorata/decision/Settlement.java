package org.prorata.decision;

import java.util.ArrayList;
import java.util.List;

/** Leaves exactly one proposal per slot: none where one is required, or two that compete, is an error. */
public final class Settlement {

    private Settlement() {}

    /** What stands for a slot, and what it set aside. */
    public record Settled<T>(Proposal<T> stands, List<Proposal<T>> displaced) {}

    /**
     * The one proposal of a slot.
     *
     * @throws CannotDecide when no rule proposed, or two competed and not one alone sets the others aside
     */
    public static <T> Settled<T> one(Slot<T> slot) {
        if (slot.first() == null) {
            throw new CannotDecide("no-rule", "no rule decides " + slot.about());
        }
        if (slot.more().isEmpty()) {
            return new Settled<>(slot.first(), List.of());
        }
        List<Proposal<T>> all = new ArrayList<>(slot.more());
        all.add(0, slot.first());
        List<Proposal<T>> standing = all.stream()
                .filter(p -> p.overrides() || all.stream().noneMatch(Proposal::overrides))
                .toList();
        if (standing.size() != 1) {
            throw new CannotDecide(
                    "two-rules",
                    "more than one rule decides " + slot.about() + ": "
                            + String.join(
                                    "; ",
                                    all.stream().map(Proposal::rule).sorted().toList()));
        }
        Proposal<T> stands = standing.get(0);
        return new Settled<>(stands, all.stream().filter(p -> p != stands).toList());
    }
}
