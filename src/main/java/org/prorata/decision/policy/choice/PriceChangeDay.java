package org.prorata.decision.policy.choice;

/** On which day a new price may hold: an anniversary, a renewal, the first of a month some days after the notice, or never. */
public enum PriceChangeDay {
    ANNIVERSARY,
    RENEWAL,
    DAYS_THEN_FIRST,
    REFUSED
}
