package org.prorata.decision.policy.choice;

/** What the rate of late interest is made from. */
public enum InterestBasis {
    MULTIPLE,
    PLUS_POINTS,
    PUBLISHED,
    FIXED,
    NONE
}
