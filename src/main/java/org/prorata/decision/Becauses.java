package org.prorata.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Puts the reasons of a settled slot together. */
public final class Becauses {

    private Becauses() {
    }

    /** The reasons of the proposal that stands. */
    public static <T> Because of(Settlement.Settled<T> settled) {
        return of(settled, List.of(), List.of());
    }

    /** The same with rows and sentences of the facts that the slot was built from. */
    public static <T> Because of(Settlement.Settled<T> settled, List<TableRow> rows, List<Reason> reasons) {
        Proposal<T> stands = settled.stands();
        return new Because(List.of(stands.rule()), joined(stands.rows(), rows),
                joined(List.of(stands.reason()), reasons), List.of());
    }

    /** The same reasons with a sentence more. */
    public static Because with(Because because, Reason more) {
        return new Because(because.rules(), because.rows(), joined(because.reasons(), List.of(more)), because.displaced(),
                because.stated());
    }

    /** The same reasons under another reading than the decisive row's, and with what was set aside. */
    public static Because over(Because because, Reading reading, List<Displaced> displaced) {
        return new Because(because.rules(), because.rows(), because.reasons(), displaced, reading);
    }

    /** What a proposal that was set aside would have decided, in the fields of the decision. */
    public static Displaced displaced(Proposal<?> proposal, Map<String, Object> fields) {
        Reading reading = proposal.rows().isEmpty() ? Reading.CONTRACT : proposal.rows().get(0).reading();
        return new Displaced(Clauses.of(proposal), reading, fields);
    }

    private static <E> List<E> joined(List<E> first, List<E> second) {
        if (second.isEmpty()) {
            return first;
        }
        if (first.isEmpty()) {
            return second;
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
