package org.prorata.decision.policy.choice;

/** What a client that switches still owes of the running year: nothing, or what the contract asks for. */
public enum SwitchFees {
    NOT_DUE,
    AS_CONTRACT
}
