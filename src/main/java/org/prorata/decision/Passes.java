package org.prorata.decision;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;

/** Work in stages, each of which gives slots to the rules and takes them back once the rules have proposed. */
public abstract class Passes implements Work {

    private final Deque<Supplier<? extends List<? extends Slot<?>>>> stages = new ArrayDeque<>();
    private final List<Decision> decisions = new ArrayList<>();
    private List<? extends Slot<?>> pending = List.of();

    /** Adds a stage; it is asked once. */
    protected final void stage(Supplier<? extends List<? extends Slot<?>>> slots) {
        stages.add(slots);
    }

    /** Puts a stage before all others. */
    protected final void first(Supplier<? extends List<? extends Slot<?>>> slots) {
        stages.addFirst(slots);
    }

    /** Adds a stage that is asked, pass by pass, until it gives nothing. */
    protected final void repeated(Supplier<? extends List<? extends Slot<?>>> slots) {
        stages.add(() -> again(slots));
    }

    private List<? extends Slot<?>> again(Supplier<? extends List<? extends Slot<?>>> slots) {
        List<? extends Slot<?>> given = slots.get();
        if (!given.isEmpty()) {
            stages.addFirst(() -> again(slots));
        }
        return given;
    }

    @Override
    public final List<? extends Slot<?>> next() {
        for (Slot<?> slot : pending) {
            if (!slot.givenBy(this)) {
                continue;
            }
            if (slot instanceof FindingSlot finding) {
                found(finding);
            } else if (!(slot instanceof TellingSlot)) {
                take(slot);
            }
            if (!slot.warnings().isEmpty()) {
                decisions.addAll(slot.warnings());
            }
        }
        pending = List.of();
        while (!stages.isEmpty()) {
            pending = stages.poll().get();
            if (!pending.isEmpty()) {
                pending.forEach(slot -> slot.givenBy(this));
                return pending;
            }
        }
        return List.of();
    }

    /** Takes a slot that it gave back, once the rules have proposed. */
    protected abstract void take(Slot<?> slot);

    /** Takes a finding back, once the rules have said whether it stands. */
    protected void found(FindingSlot finding) {
        decisions.addAll(finding.decisions());
    }

    protected final void add(Decision decision) {
        decisions.add(decision);
    }

    @Override
    public List<Decision> decisions() {
        return Collections.unmodifiableList(decisions);
    }
}
