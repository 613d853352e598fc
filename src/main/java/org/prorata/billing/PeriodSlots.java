package org.prorata.billing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** Periods of one contract that are alike in all that the rules look at: a rule that fires proposes for each of them. */
public final class PeriodSlots {

    private final PeriodSlot like;
    private final List<PeriodSlot> slots = new ArrayList<>(6);

    private PeriodSlots(PeriodSlot like) {
        this.like = like;
    }

    /** Puts a slot into the group that it is like, a new one if there is none. */
    static void group(PeriodSlot slot, List<PeriodSlots> groups) {
        for (PeriodSlots group : groups) {
            if (group.like.isWhole() == slot.isWhole() && group.like.isInParts() == slot.isInParts()
                    && group.like.getMethod() == slot.getMethod()) {
                group.slots.add(slot);
                return;
            }
        }
        PeriodSlots group = new PeriodSlots(slot);
        group.slots.add(slot);
        groups.add(group);
    }

    /** Whether the periods are covered whole. */
    public boolean isWhole() {
        return like.isWhole();
    }

    /** Whether the prices are for more time than a billing period, so that they are billed in parts. */
    public boolean isInParts() {
        return like.isInParts();
    }

    /** How periods not covered whole are charged; null for whole ones. */
    public PartialRule.Method getMethod() {
        return like.getMethod();
    }

    public void spread(String by) {
        each(by, PeriodSlot::spread);
    }

    public void whole(String by) {
        each(by, PeriodSlot::whole);
    }

    public void byDays(String by) {
        each(by, PeriodSlot::byDays);
    }

    public void byMonthsLeft(String by) {
        each(by, PeriodSlot::byMonthsLeft);
    }

    public void inFull(String by) {
        each(by, PeriodSlot::inFull);
    }

    private void each(String by, BiConsumer<PeriodSlot, String> propose) {
        for (int i = 0; i < slots.size(); i++) {
            propose.accept(slots.get(i), by);
        }
    }
}
