package org.prorata.policy.choice;

/** What makes the ceiling of liability: what was paid, or all that was invoiced. */
public enum CapBase { PAID, INVOICED }
