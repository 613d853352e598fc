package org.prorata.decision.policy.choice;

/** Whether days after the end that a charge already covers are charged again. */
public enum PaidDays {
    CHARGED,
    NOT_AGAIN
}
