package org.prorata.decision.policy.choice;

/** How a month begun counts among the months left. */
public enum MonthBegun {
    WHOLE,
    EXCLUDED,
    DAILY
}
