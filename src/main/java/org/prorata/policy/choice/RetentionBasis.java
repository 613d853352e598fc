package org.prorata.policy.choice;

/** While what data are kept: the service and some months more, or one consultation. */
public enum RetentionBasis { AFTER_END, CONSULTATION }
