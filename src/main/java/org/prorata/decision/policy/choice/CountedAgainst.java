package org.prorata.decision.policy.choice;

/** What the period of a notice is counted against: the renewal, or the last covered day. */
public enum CountedAgainst {
    RENEWAL,
    END
}
