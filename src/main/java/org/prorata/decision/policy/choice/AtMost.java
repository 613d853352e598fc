package org.prorata.decision.policy.choice;

/** The most that the law lets a provider charge for the steps of switching: its direct cost, or nothing. */
public enum AtMost {
    DIRECT_COST,
    NOTHING
}
