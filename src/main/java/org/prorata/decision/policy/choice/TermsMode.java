package org.prorata.decision.policy.choice;

/**
 * How new terms come to govern a running contract: by the client's answer or silence, by the day of use, with the term,
 * after a notice, or never.
 */
public enum TermsMode {
    ANSWER,
    DAY_OF_USE,
    TERM_START,
    NOTICE_THEN_FIRST,
    CONTRACT_START
}
