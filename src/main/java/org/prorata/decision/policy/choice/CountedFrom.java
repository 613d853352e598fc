package org.prorata.decision.policy.choice;

/** From which day the days to pay are counted. */
public enum CountedFrom {
    INVOICE,
    PERFORMANCE
}
