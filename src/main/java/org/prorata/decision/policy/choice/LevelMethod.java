package org.prorata.decision.policy.choice;

/** What a missed level is worth: the shortfall's share of a yearly price, a percentage by bands, or nothing and why. */
public enum LevelMethod {
    SHORTFALL,
    PERCENT,
    BEST_EFFORTS,
    NO_FIGURES,
    SILENT
}
