package org.prorata.decision.policy.choice;

/** What becomes of days that a client which switches has paid for and does not use: they stay paid, or go back by the day. */
public enum SwitchPaid {
    KEEP,
    REFUND
}
