package org.prorata.store.facts;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The versions to add so that what is known becomes what is told now: new and changed facts, and the end of those that
 * are not told any more. What stays as it is, order included, gets none; what came from elsewhere stays.
 */
final class NewVersions<T> {

    private final List<NewestFact<T>> found = new ArrayList<>();
    private int highest;

    private NewVersions() {}

    static <T> List<NewestFact<T>> between(List<NewestFact<T>> known, List<T> told, Function<T, Object> identity) {
        return between(known, told, identity, Set.of());
    }

    /** @param elsewhere numbers of facts that have another source as well: they do not end when they are not told */
    static <T> List<NewestFact<T>> between(
            List<NewestFact<T>> known, List<T> told, Function<T, Object> identity, Set<Integer> elsewhere) {
        return new NewVersions<T>().find(known, told, identity, elsewhere);
    }

    private List<NewestFact<T>> find(
            List<NewestFact<T>> known, List<T> told, Function<T, Object> identity, Set<Integer> elsewhere) {
        Map<Object, Deque<Integer>> standing = new HashMap<>();
        for (int i = 0; i < known.size(); i++) {
            highest = Math.max(highest, known.get(i).number());
            if (!known.get(i).removed()) {
                standing.computeIfAbsent(identity.apply(known.get(i).fact()), key -> new ArrayDeque<>())
                        .add(i);
            }
        }
        int[] match = new int[told.size()];
        for (int i = 0; i < match.length; i++) {
            Deque<Integer> like = standing.get(identity.apply(told.get(i)));
            match[i] = like == null || like.isEmpty() ? -1 : take(like, known, elsewhere);
        }
        standing.values()
                .forEach(left -> left.stream()
                        .map(known::get)
                        .filter(fact -> !elsewhere.contains(fact.number()))
                        .forEach(this::end));
        versions(known, told, match, inOrder(match));
        return found;
    }

    /** Of facts that are alike, first those that only the teller tells. */
    private static <T> int take(Deque<Integer> like, List<NewestFact<T>> known, Set<Integer> elsewhere) {
        for (Iterator<Integer> each = like.iterator(); !elsewhere.isEmpty() && each.hasNext(); ) {
            int i = each.next();
            if (!elsewhere.contains(known.get(i).number())) {
                each.remove();
                return i;
            }
        }
        return like.poll();
    }

    private void end(NewestFact<T> fact) {
        found.add(new NewestFact<>(fact.number(), fact.place(), true, fact.fact()));
    }

    private void versions(List<NewestFact<T>> known, List<T> told, int[] match, boolean[] stays) {
        BigDecimal before = BigDecimal.ZERO;
        for (int i = 0; i < match.length; ) {
            if (stays[i]) {
                NewestFact<T> old = known.get(match[i]);
                if (!old.fact().equals(told.get(i))) {
                    found.add(new NewestFact<>(old.number(), old.place(), false, told.get(i)));
                }
                before = old.place();
                i++;
                continue;
            }
            int end = i;
            while (end < match.length && !stays[end]) {
                end++;
            }
            BigDecimal step =
                    step(before, end < match.length ? known.get(match[end]).place() : null, end - i + 1);
            for (; i < end; i++) {
                before = before.add(step);
                found.add(new NewestFact<>(
                        match[i] < 0 ? ++highest : known.get(match[i]).number(), before, false, told.get(i)));
            }
        }
    }

    /** The distance at which facts stand between two places; after the last place they stand 1 apart. */
    private static BigDecimal step(BigDecimal before, BigDecimal after, int parts) {
        if (after == null) {
            return BigDecimal.ONE;
        }
        BigDecimal room = after.subtract(before);
        int digits = Math.max(room.scale(), 0) + String.valueOf(parts).length();
        BigDecimal step = room.divide(BigDecimal.valueOf(parts), digits, RoundingMode.DOWN);
        return step.stripTrailingZeros();
    }

    /** Marks a longest row of matched facts that stand in the order in which they stood. */
    private static boolean[] inOrder(int[] match) {
        int[] tails = new int[match.length];
        int[] previous = new int[match.length];
        int length = 0;
        for (int i = 0; i < match.length; i++) {
            if (match[i] >= 0) {
                int low = 0;
                for (int high = length; low < high; ) {
                    int middle = (low + high) >>> 1;
                    if (match[tails[middle]] < match[i]) {
                        low = middle + 1;
                    } else {
                        high = middle;
                    }
                }
                previous[i] = low == 0 ? -1 : tails[low - 1];
                tails[low] = i;
                length = Math.max(length, low + 1);
            }
        }
        boolean[] stays = new boolean[match.length];
        Arrays.fill(stays, false);
        for (int i = length == 0 ? -1 : tails[length - 1]; i >= 0; i = previous[i]) {
            stays[i] = true;
        }
        return stays;
    }
}
