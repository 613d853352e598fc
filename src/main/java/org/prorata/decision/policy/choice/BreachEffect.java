package org.prorata.decision.policy.choice;

/** What a breach opens: an end after a formal notice, an end at once, a suspension, or nothing with a day or an amount. */
public enum BreachEffect {
    AFTER_NOTICE,
    AT_ONCE,
    SUSPENSION,
    NO_FIGURE
}
