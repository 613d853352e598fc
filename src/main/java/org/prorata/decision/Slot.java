package org.prorata.decision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A place that ends with exactly one decision. Subjects join the facts into a slot, rules choose by its properties and
 * propose, the {@link Settlement} takes one proposal.
 */
public abstract class Slot<T> {

    private Proposal<T> first;
    private List<Proposal<T>> more = List.of();
    private List<Decision.Warning> warnings = List.of();
    private Work giver;

    /** What the slot is for, as an error message names it. */
    public abstract String about();

    /** A group that begins with this slot, for slots that come in numbers; null: the rules see each by itself. */
    public Alike<?> group() {
        return null;
    }

    /** A rule proposes a value; the rows are those it rests on, the decisive one first. */
    protected final void propose(String rule, T value, Reason reason, TableRow... rows) {
        add(new Proposal<>(rule, value, reason, Arrays.asList(rows), false));
    }

    /** The same that rests on one row, as most do. */
    protected final void propose(String rule, T value, Reason reason, TableRow row) {
        add(new Proposal<>(rule, value, reason, List.of(row), false));
    }

    /** The same that rests on no row. */
    protected final void propose(String rule, T value, Reason reason) {
        add(new Proposal<>(rule, value, reason, List.of(), false));
    }

    /** A rule proposes a value that sets aside whatever other rules propose, as law does with a contract. */
    protected final void proposeOver(String rule, T value, Reason reason, TableRow... rows) {
        add(new Proposal<>(rule, value, reason, Arrays.asList(rows), true));
    }

    /** A rule tells the reader something beside what it proposes. */
    protected final void warn(String rule, Finding finding, Reason reason, TableRow... rows) {
        warn(rule, finding, rows.length == 0 ? Reading.CONTRACT : rows[0].reading(), List.of(reason), rows);
    }

    /** The same under a reading of its own and with several sentences, the one that tells it last. */
    protected final void warn(String rule, Finding finding, Reading reading, List<Reason> reasons, TableRow... rows) {
        if (warnings.isEmpty()) {
            warnings = new ArrayList<>(1);
        }
        warnings.add(new Decision.Warning(
                finding.code(), new Because(reading, List.of(rule), Arrays.asList(rows), reasons, List.of())));
        // rules fire in any order
        warnings.sort(Comparator.comparing(Decision.Warning::code));
    }

    /** Whether a work gave the slot to the rules; the first that asks did, for works that rest on others hand theirs on. */
    final boolean givenBy(Work work) {
        if (giver == null) {
            giver = work;
        }
        return giver == work;
    }

    /** What the rules told the reader. */
    public final List<Decision.Warning> warnings() {
        return warnings;
    }

    private void add(Proposal<T> proposal) {
        int gap = proposal.reason().gap();
        if (gap >= 0) {
            throw new CannotDecide(
                    "empty-figure",
                    "the rule \"" + proposal.rule() + "\" lacks a value for " + about()
                            + ": the figure {" + gap + "} of "
                            + proposal.reason().key() + " is empty; it rests on "
                            + (proposal.rows().isEmpty()
                                    ? "no row"
                                    : proposal.rows().stream()
                                            .map(TableRow::citation)
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
