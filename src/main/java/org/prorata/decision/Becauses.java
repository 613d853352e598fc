package org.prorata.decision;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts the reasons of a settled slot together. */
public final class Becauses {

    private Becauses() {
    }

    /** The reasons of the proposal that stands, and of what it set aside. */
    public static <T> Because of(Settlement.Settled<T> settled) {
        return of(settled, List.of(), List.of());
    }

    /** The same with rows and sentences of the facts that the slot was built from. */
    public static <T> Because of(Settlement.Settled<T> settled, List<TableRow> rows, List<Reason> reasons) {
        Proposal<T> stands = settled.stands();
        List<TableRow> allRows = joined(stands.rows(), rows);
        List<String> clauses = clauses(Clauses.ofRule(stands.rule()), allRows);
        Reading reading = allRows.isEmpty() ? Reading.CONTRACT : allRows.get(0).reading();
        return new Because(clauses, reading, List.of(stands.rule()), allRows,
                reasons.isEmpty() ? List.of(stands.reason()) : joined(List.of(stands.reason()), reasons), List.of());
    }

    /** The same reasons with a sentence more. */
    public static Because with(Because because, Reason more) {
        return new Because(because.clauses(), because.reading(), because.rules(), because.rows(),
                joined(because.reasons(), List.of(more)), because.displaced());
    }

    /** The same reasons under another reading, and with what was set aside. */
    public static Because over(Because because, Reading reading, List<Displaced> displaced) {
        return new Because(because.clauses(), reading, because.rules(), because.rows(), because.reasons(), displaced);
    }

    /** What a proposal that was set aside would have decided, in the fields of the decision. */
    public static Displaced displaced(Proposal<?> proposal, Map<String, Object> fields) {
        Reading reading = proposal.rows().isEmpty() ? Reading.CONTRACT : proposal.rows().get(0).reading();
        return new Displaced(Clauses.of(proposal), reading, fields);
    }

    private static List<String> clauses(List<String> leading, List<TableRow> rows) {
        if (rows.isEmpty()) {
            return leading;
        }
        Set<String> all = new LinkedHashSet<>(leading);
        for (TableRow row : rows) {
            all.addAll(row.clauses());
        }
        return List.copyOf(all);
    }

    private static <E> List<E> joined(List<E> first, List<E> second) {
        if (second.isEmpty()) {
            return first;
        }
        List<E> all = new ArrayList<>(first.size() + second.size());
        all.addAll(first);
        for (E element : second) {
            if (!all.contains(element)) {
                all.add(element);
            }
        }
        return all;
    }
}
