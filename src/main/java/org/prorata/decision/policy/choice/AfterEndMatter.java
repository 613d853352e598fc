package org.prorata.decision.policy.choice;

/** Why a contract is used after its end: used on, or kept running for the exit phase. */
public enum AfterEndMatter {
    OVERSTAY,
    RUN_ON
}
