package org.prorata.decision.policy.choice;

/** What a leaver still owes after the end: nothing, or the rest of the running year. */
public enum FeesLeft {
    NONE,
    REST_OF_YEAR
}
