package org.prorata.contract;

import java.time.LocalDate;

/**
 * A fact that was recorded after a contract was last billed, so that a correction can name it.
 *
 * @param subject   the item that it is about, or null
 * @param on        the day of an event, or null
 * @param withdrawn whether it was taken back, else it was told or changed
 * @param recorded  the day of its recording
 */
public record Told(Matter matter, String subject, LocalDate on, boolean withdrawn, LocalDate recorded) {

    /** What the fact is. */
    public enum Matter {
        CONTRACT,
        ITEM,
        TERMINATION_NOTICE,
        PRICE_REVISION_NOTICE,
        PLAN_CHANGE,
        USAGE,
        OTHER_EVENT
    }
}
