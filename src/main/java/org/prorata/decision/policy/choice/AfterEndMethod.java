package org.prorata.decision.policy.choice;

/** What use or run-on after the end costs: a price for each month begun, or nothing. */
public enum AfterEndMethod {
    MONTHS_BEGUN,
    NONE
}
