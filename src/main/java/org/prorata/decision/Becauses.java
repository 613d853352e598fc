package org.prorata.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Puts the reasons of a settled slot together. */
public final class Becauses {

    private Becauses() {}

    /** The reasons of the proposal that stands. */
    public static <T> Because of(Settlement.Settled<T> settled) {
        return of(settled, List.of(), List.of());
    }

    /** The same with rows and sentences of the facts that the slot was built from. */
    public static <T> Because of(Settlement.Settled<T> settled, List<TableRow> rows, List<Reason> reasons) {
        Proposal<T> stands = settled.stands();
        List<TableRow> all = joined(stands.rows(), rows);
        return new Because(reading(all), List.of(stands.rule()), all, after(stands.reason(), reasons), List.of());
    }

    /** The reasons of several decisions together; the reading is that of the first. */
    public static Because joined(List<Because> all) {
        Because together = all.get(0);
        for (Because one : all.subList(1, all.size())) {
            together = new Because(
                    together.reading(),
                    joined(together.rules(), one.rules()),
                    joined(together.rows(), one.rows()),
                    joined(together.reasons(), one.reasons()),
                    joined(together.displaced(), one.displaced()));
        }
        return together;
    }

    /** The same reasons with a sentence more. */
    public static Because with(Because because, Reason more) {
        return new Because(
                because.reading(),
                because.rules(),
                because.rows(),
                joined(because.reasons(), List.of(more)),
                because.displaced());
    }

    /** The same reasons with more rows and sentences. */
    public static Because with(Because because, List<TableRow> rows, List<Reason> more) {
        return new Because(
                because.reading(),
                because.rules(),
                joined(because.rows(), rows),
                joined(because.reasons(), more),
                because.displaced());
    }

    /** The same with another sentence in place of the reasons, and with more rows. */
    public static Because because(Because because, Reason instead, TableRow... more) {
        return new Because(
                because.reading(),
                because.rules(),
                joined(because.rows(), List.of(more)),
                List.of(instead),
                because.displaced());
    }

    /** The same reasons under another reading, and with what was set aside. */
    public static Because over(Because because, Reading reading, List<Displaced> displaced) {
        return new Because(reading, because.rules(), because.rows(), because.reasons(), displaced);
    }

    /** What a proposal that was set aside would have decided, in the fields of the decision. */
    public static Displaced displaced(Proposal<?> proposal, Map<String, Object> fields) {
        return new Displaced(Clauses.of(proposal), reading(proposal.rows()), fields);
    }

    private static Reading reading(List<TableRow> rows) {
        return rows.isEmpty() ? Reading.CONTRACT : rows.get(0).reading();
    }

    /** The reasons of the proposal that stands, with what it set aside as the fields that the decision would have had. */
    public static <T> Because displacing(Settlement.Settled<T> settled, Function<T, Map<String, Object>> fields) {
        Because because = of(settled);
        if (settled.displaced().isEmpty()) {
            return because;
        }
        return over(
                because,
                because.reading(),
                settled.displaced().stream()
                        .map(lower -> displaced(lower, fields.apply(lower.value())))
                        .toList());
    }

    /** A reason and those that follow it. */
    private static List<Reason> after(Reason first, List<Reason> others) {
        if (others.isEmpty()) {
            return List.of(first);
        }
        List<Reason> all = new ArrayList<>(1 + others.size());
        all.add(first);
        for (int i = 0; i < others.size(); i++) {
            if (others.get(i) != first) {
                all.add(others.get(i));
            }
        }
        return all;
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
        for (int i = 0; i < second.size(); i++) {
            if (!holds(first, second.get(i))) {
                all.add(second.get(i));
            }
        }
        return all;
    }

    /** Rows and reasons are shared, so that the same one is the same object. */
    private static boolean holds(List<?> list, Object element) {
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i) == element) {
                return true;
            }
        }
        return false;
    }
}
