package org.prorata.subject.billing;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.prorata.contract.ChargeReason;
import org.prorata.contract.Item;

/** Up to which day after the end charges cover an item and are not given back. */
public final class PaidAfterEnd {

    private Map<Item, LocalDate> last = Map.of();
    private Map<Item, LocalDate> runOn = Map.of();

    /** Takes what the rules made of a line: days charged that stay invoiced, or the rest of the year. */
    public void take(ChargeSlot slot, ChargeSlot.Line line) {
        boolean stays = slot instanceof UnusedSlot
                ? !(slot instanceof UnusedAfterChangeSlot) && line.none()
                : slot.reason() == ChargeReason.REMAINING && !line.none();
        if (stays) {
            last = later(last, slot);
        }
        if (slot.reason() == ChargeReason.RUN_ON && !line.none()) {
            runOn = later(runOn, slot);
        }
    }

    /** Few contracts end, and most of what is charged lies before. */
    private static Map<Item, LocalDate> later(Map<Item, LocalDate> known, ChargeSlot slot) {
        Map<Item, LocalDate> days = known.isEmpty() ? new HashMap<>() : known;
        days.merge(slot.item(), slot.covered().to(), (one, other) -> one.isBefore(other) ? other : one);
        return days;
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
