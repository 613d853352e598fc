package org.prorata.decision.policy.choice;

/** What a dispute does to interest: its days bear none, or all of them do once it has ended. */
public enum DisputeEffect {
    NONE,
    RESUMES
}
