package org.prorata.decision.policy.choice;

/** Why a period is not covered whole. */
public enum PartialSituation {
    FIRST,
    ADDED,
    LAST,
    ENDED
}
