package org.prorata.decision.policy.choice;

/** What becomes of an exit service that was asked for too late: the exit phase runs on past the end, or the request lapses. */
public enum LateRequest {
    RUNS_ON,
    LAPSES
}
