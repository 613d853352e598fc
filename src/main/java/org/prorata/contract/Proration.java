package org.prorata.contract;

/** How a partial period is charged: by its days, by the months left until the end, or in full. */
public enum Proration {
    DAILY,
    REMAINING_MONTHS,
    NONE
}
