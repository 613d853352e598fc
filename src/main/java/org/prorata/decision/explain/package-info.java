/** Decisions as answers: named fields, sentences in the reader's language, JSON, and the canonical form that a replay compares. */
package org.prorata.decision.explain;
