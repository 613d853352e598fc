package org.prorata.billing;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.prorata.contract.ChargeReason;
import org.prorata.contract.Item;

/** Up to which day after the end charges cover an item and are not given back. */
public final class PaidAfterEnd {

    private final Map<Item, LocalDate> last = new HashMap<>();
    private final Map<Item, LocalDate> runOn = new HashMap<>();

    /** Takes what the rules made of a line: days charged that stay invoiced, or the rest of the year. */
    public void take(ChargeSlot slot, ChargeSlot.Line line) {
        boolean stays = slot instanceof UnusedSlot ? !(slot instanceof UnusedAfterChangeSlot) && line.none()
                : slot.reason() == ChargeReason.REMAINING && !line.none();
        if (stays) {
            later(last, slot);
        }
        if (slot.reason() == ChargeReason.RUN_ON && !line.none()) {
            later(runOn, slot);
        }
    }

    private static void later(Map<Item, LocalDate> days, ChargeSlot slot) {
        days.merge(slot.item(), slot.covered().to(), (one, other) -> one.isBefore(other) ? other : one);
    }

    /** The last day of the months charged for the exit phase, or null: none is. */
    LocalDate lastDayOfRunOn(Item item) {
        return runOn.get(item);
    }

    /** The last day covered, or null: none after the end is. */
    LocalDate lastDay(Item item) {
        return last.get(item);
    }
}
