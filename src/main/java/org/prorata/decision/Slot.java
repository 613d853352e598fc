package org.prorata.decision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A place that ends with exactly one decision. Subjects join the facts into a slot, rules choose by its properties and
 * propose, the {@link Settlement} takes one proposal.
 */
public abstract class Slot<T> {

    private Proposal<T> first;
    private List<Proposal<T>> more = List.of();

    /** What the slot is for, as an error message names it. */
    public abstract String about();

    /** A group that begins with this slot, for slots that come in numbers; null: the rules see each by itself. */
    public Alike<?> group() {
        return null;
    }

    /** A rule proposes a value; the rows are those it rests on, the decisive one first. */
    protected final void propose(String rule, T value, Reason reason, TableRow... rows) {
        add(new Proposal<>(rule, value, reason, rows.length == 0 ? List.of() : Arrays.asList(rows), List.of()));
    }

    /** A rule proposes a value that sets aside what the named clauses propose. */
    protected final void proposeOver(String rule, List<String> overrides, T value, Reason reason, TableRow... rows) {
        add(new Proposal<>(rule, value, reason, Arrays.asList(rows), overrides));
    }

    private void add(Proposal<T> proposal) {
        int gap = proposal.reason().gap();
        if (gap >= 0) {
            throw new CannotDecide("empty-figure", "the rule \"" + proposal.rule() + "\" lacks a value for " + about()
                    + ": the figure {" + gap + "} of " + proposal.reason().key() + " is empty; it rests on "
                    + (proposal.rows().isEmpty() ? "no row" : proposal.rows().stream().map(TableRow::citation)
                    .collect(Collectors.joining(", "))));
        }
        if (first == null) {
            first = proposal;
        } else {
            if (more.isEmpty()) {
                more = new ArrayList<>(2);
            }
            more.add(proposal);
        }
    }

    Proposal<T> first() {
        return first;
    }

    List<Proposal<T>> more() {
        return more;
    }
}
