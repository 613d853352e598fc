package org.prorata.decision.policy.choice;

/** How a period is charged that is not covered whole: by the days covered, by the months left until the end, or in full. */
public enum PartialMethod {
    DAILY,
    REMAINING_MONTHS,
    FULL
}
