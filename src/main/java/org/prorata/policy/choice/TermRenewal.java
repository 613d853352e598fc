package org.prorata.policy.choice;

/** What follows a term. */
public enum TermRenewal {
    NONE,
    SAME_LENGTH,
    MONTHS
}
