package org.prorata.decision.policy.choice;

/** Where the client of an invoice is, seen from its seller. */
public enum ClientPlace {
    DOMESTIC,
    EU,
    OTHER
}
