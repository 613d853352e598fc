package org.prorata.app.intake;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.prorata.contract.document.RowText;
import org.prorata.contract.naming.RecordFields;

/** Tells rows that are known already from those that are new, and from those that say something else under a known id. */
final class RowIdentity<T> {

    private record First<T>(T fact, int line) {}

    private final Map<String, First<T>> known = new HashMap<>();
    private final Function<T, Map<String, Object>> contents;

    /** @param contents by column what a fact says */
    RowIdentity(Function<T, Map<String, Object>> contents) {
        this.contents = contents;
    }

    /** A fact that is stored under an id. */
    void stored(String id, T fact) {
        known.put(id, new First<>(fact, 0));
    }

    /** The answer to a row whose id is known; null for a new one. */
    RowAnswer of(String id, RowText row, T fact) {
        First<T> first = known.get(id);
        if (first == null) {
            return null;
        }
        if (first.fact.equals(fact)) {
            return RowAnswer.KNOWN;
        }
        List<String> differences = new ArrayList<>();
        Map<String, Object> before = contents.apply(first.fact);
        Map<String, Object> content = contents.apply(fact);
        TreeSet<String> columns = new TreeSet<>(before.keySet());
        columns.addAll(content.keySet());
        for (String column : columns) {
            Object was = before.get(column);
            Object is = content.get(column);
            if (!same(was, is)) {
                differences.add(column + " " + shown(was) + " there and " + shown(is) + " here");
            }
        }
        return differences.isEmpty()
                ? RowAnswer.KNOWN
                : RowAnswer.rejected(List.of(row.problem(
                        "id",
                        "other-content",
                        FileHeader.quote(id)
                                + (first.line == 0
                                        ? " is stored already"
                                        : " stands on line " + first.line + " already")
                                + " with other content: " + String.join(", ", differences)
                                + "; the same content again or a new id is allowed")));
    }

    /** From here on the row is the first with its id. */
    void first(String id, RowText row, T fact) {
        known.put(id, new First<>(fact, row.line()));
    }

    private static boolean same(Object a, Object b) {
        if (a instanceof BigDecimal x && b instanceof BigDecimal y) {
            return x.compareTo(y) == 0;
        }
        if (a instanceof List<?> x && b instanceof List<?> y && x.size() == y.size()) {
            for (int i = 0; i < x.size(); i++) {
                if (!same(x.get(i), y.get(i))) {
                    return false;
                }
            }
            return true;
        }
        if (a instanceof Map<?, ?> x && b instanceof Map<?, ?> y && x.keySet().equals(y.keySet())) {
            return x.keySet().stream().allMatch(key -> same(x.get(key), y.get(key)));
        }
        return a == null ? b == null : a.equals(b);
    }

    private static String shown(Object value) {
        return value == null
                ? "(nothing)"
                : value instanceof Enum<?> constant
                        ? RecordFields.constant(constant)
                        : FileHeader.quote(
                                value instanceof BigDecimal number ? number.toPlainString() : value.toString());
    }
}
