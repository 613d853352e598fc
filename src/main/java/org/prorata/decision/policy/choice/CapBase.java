package org.prorata.decision.policy.choice;

/** What makes the ceiling of liability: what was paid, the part of it for subscriptions and options without tax, or all that was invoiced. */
public enum CapBase {
    PAID,
    PAID_FOR_SUBSCRIPTION,
    INVOICED
}
