package org.prorata.decision;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** What the rules see in one pass over one dossier or many: slots, those that are alike put into groups. */
public final class SlotBatch {

    private final List<Object> all = new ArrayList<>(64);
    private final Map<Class<?>, List<Alike<?>>> groups = new IdentityHashMap<>();

    /** Slots mostly come after others of their class, or in turn with those of one more. */
    private Class<?> lastClass;

    private List<Alike<?>> ofLastClass = List.of();
    private Class<?> otherClass;
    private List<Alike<?>> ofOtherClass = List.of();

    public void add(Slot<?> slot) {
        List<Alike<?>> known = groups(slot.getClass());
        for (int i = 0; i < known.size(); i++) {
            if (known.get(i).take(slot)) {
                return;
            }
        }
        Alike<?> group = slot.group();
        if (group == null) {
            all.add(slot);
        } else {
            known.add(group);
            all.add(group.fact());
        }
    }

    private List<Alike<?>> groups(Class<?> slots) {
        if (slots != lastClass) {
            List<Alike<?>> known =
                    slots == otherClass ? ofOtherClass : groups.computeIfAbsent(slots, none -> new ArrayList<>(2));
            otherClass = lastClass;
            ofOtherClass = ofLastClass;
            lastClass = slots;
            ofLastClass = known;
        }
        return ofLastClass;
    }

    public List<Object> all() {
        return all;
    }
}
