package org.prorata.decision.policy.choice;

/** While what data are kept: the service and some time more, each for a time of its own, or one consultation. */
public enum RetentionBasis {
    AFTER_END,
    EACH,
    CONSULTATION
}
