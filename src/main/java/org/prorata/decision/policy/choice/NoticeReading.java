package org.prorata.decision.policy.choice;

/** Of two periods of notice in one contract the one that counts: the stricter, with the earlier last day, or the more lenient. */
public enum NoticeReading {
    STRICTER,
    LENIENT
}
