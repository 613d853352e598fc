package org.prorata.decision;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;

/** Work in stages, each of which gives slots to the rules and takes them back once the rules have proposed. */
public abstract class InquiryStages implements Work {

    /** Stages that were added by name; null where a subclass numbers its own. */
    private List<Supplier<? extends List<? extends Slot<?>>>> named;

    /** Stages that come before those that are left, the next one last; mostly there is none. */
    private List<Supplier<? extends List<? extends Slot<?>>>> before;

    private int stage;
    private boolean again;
    private final List<Decision> decisions = new ArrayList<>();
    private List<? extends Slot<?>> pending = List.of();

    /** Adds a stage; it is asked once. */
    protected final void stage(Supplier<? extends List<? extends Slot<?>>> slots) {
        if (named == null) {
            named = new ArrayList<>();
        }
        named.add(slots);
    }

    /**
     * The slots of a stage, which are asked for once unless they are {@link #repeated}; null: there is no such stage. Work that is
     * done by the thousand numbers its stages itself, which takes no objects for them.
     */
    protected List<? extends Slot<?>> slots(int number) {
        return named == null || number >= named.size()
                ? null
                : named.get(number).get();
    }

    /** What a stage gives that is asked again, pass by pass, until it gives nothing. */
    protected final List<? extends Slot<?>> repeated(List<? extends Slot<?>> given) {
        again = !given.isEmpty();
        return given;
    }

    /** Adds a stage that is asked, pass by pass, until it gives nothing. */
    protected final void stageUntilEmpty(Supplier<? extends List<? extends Slot<?>>> slots) {
        stage(() -> repeated(slots.get()));
    }

    /** Puts a stage before all others. */
    protected final void first(Supplier<? extends List<? extends Slot<?>>> slots) {
        if (before == null) {
            before = new ArrayList<>(2);
        }
        before.add(slots);
    }

    @Override
    public final List<? extends Slot<?>> next() {
        for (int i = 0; i < pending.size(); i++) {
            Slot<?> slot = pending.get(i);
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
        for (List<? extends Slot<?>> given = ask(); given != null; given = ask()) {
            if (!given.isEmpty()) {
                for (int i = 0; i < given.size(); i++) {
                    given.get(i).givenBy(this);
                }
                pending = given;
                return given;
            }
        }
        return List.of();
    }

    /** What the next stage gives, null when there is none. */
    private List<? extends Slot<?>> ask() {
        if (before != null && !before.isEmpty()) {
            return before.remove(before.size() - 1).get();
        }
        again = false;
        List<? extends Slot<?>> given = slots(stage);
        stage = again ? stage : stage + 1;
        return given;
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
