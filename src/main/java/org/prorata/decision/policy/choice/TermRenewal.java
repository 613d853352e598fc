package org.prorata.decision.policy.choice;

/** What follows a term. */
public enum TermRenewal {
    NONE,
    SAME_LENGTH,
    MONTHS
}
