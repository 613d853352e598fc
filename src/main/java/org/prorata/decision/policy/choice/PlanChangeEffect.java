package org.prorata.decision.policy.choice;

/** What a change of plan does: a new term, the same term at the new price, the new price from a later day, or nothing. */
public enum PlanChangeEffect {
    NEW_TERM,
    KEEP_TERM,
    NEXT_PERIOD,
    AT_RENEWAL,
    NONE
}
