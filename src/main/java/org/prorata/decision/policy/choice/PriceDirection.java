package org.prorata.decision.policy.choice;

/** Whether the price of a new plan is dearer than the one before. */
public enum PriceDirection {
    DEARER,
    CHEAPER
}
