/** What a cell of a table may choose from: the very constants that rules compare. */
package org.prorata.decision.policy.choice;
