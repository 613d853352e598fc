package org.prorata.decision;

import java.util.List;

/**
 * What a rule proposes for a slot.
 *
 * @param rule      the rule's name: clause ids, if the rule cites any, then a sentence
 * @param value     what it found, in the terms of the slot
 * @param rows      table rows it rests on, the decisive one first
 * @param overrides whether it sets aside whatever other rules propose
 */
public record Proposal<T>(String rule, T value, Reason reason, List<TableRow> rows, boolean overrides) {}
