package org.prorata.decision.policy.choice;

/** What an outage does to availability: downtime; out of the agreed time; neither; or downtime unless announced in time. */
public enum OutageEffect {
    COUNTS,
    LEAVES_BASE,
    IGNORED,
    UNLESS_ANNOUNCED
}
