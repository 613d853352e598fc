package org.prorata.decision;

import java.util.List;

/**
 * What a rule proposes for a slot.
 *
 * @param rule      the rule's name: clause ids, then a sentence
 * @param value     what it found, in the terms of the slot
 * @param rows      table rows it rests on, the decisive one first
 * @param overrides clause ids of proposals that this one sets aside, may be empty
 */
public record Proposal<T>(String rule, T value, Reason reason, List<TableRow> rows, List<String> overrides) {
}
