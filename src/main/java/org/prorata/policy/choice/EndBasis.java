package org.prorata.policy.choice;

/**
 * On which day a contract ends for a cause: as asked; with the term or renewal that the notice reaches; before the next
 * invoice; when the delay of a formal notice is over; before a refused price holds; before refused terms hold.
 */
public enum EndBasis { AS_ASKED, TERM_END, NEXT_INVOICE, AFTER_DELAY, BEFORE_REVISION, BEFORE_NEW_TERMS }
