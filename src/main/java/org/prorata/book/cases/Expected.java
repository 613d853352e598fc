package org.prorata.book.cases;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.prorata.contract.document.Node;
import org.prorata.contract.naming.RecordFields;

/** Compares a value as a case writes it with a value as a decision has it. */
final class Expected {

    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]+(\\.[0-9]+)?");

    private Expected() {}

    /**
     * Whether the value is the one written: numbers as decimals, dates and constants by their text, lists item by item,
     * groups of fields by the fields written. A field that the decision does not have is null, and no.
     */
    static boolean holds(Node expected, Object actual) {
        if (expected instanceof Node.Scalar scalar) {
            return scalar(scalar, actual);
        }
        if (expected instanceof Node.Sequence sequence) {
            List<Node> items = sequence.items();
            if (!(actual instanceof List<?> values) || values.size() != items.size()) {
                return false;
            }
            for (int i = 0; i < items.size(); i++) {
                if (!holds(items.get(i), values.get(i))) {
                    return false;
                }
            }
            return true;
        }
        return actual instanceof Map<?, ?> values
                && ((Node.Mapping) expected).entries().stream().allMatch(e -> holds(e.value(), values.get(e.key())));
    }

    private static boolean scalar(Node.Scalar expected, Object actual) {
        String text = expected.text();
        if (actual == null) {
            return expected.isNull() || expected.isFlag() && text.equals("false");
        }
        if (expected.isNull() || actual instanceof List || actual instanceof Map) {
            return false;
        }
        if (actual instanceof Number) {
            return NUMBER.matcher(text).matches()
                    && new BigDecimal(text).compareTo(new BigDecimal(actual.toString())) == 0;
        }
        return text.equals(shown(actual));
    }

    /** The value as a case would write it. */
    static String shown(Object value) {
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        if (value instanceof Enum<?> constant) {
            return RecordFields.constant(constant);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Expected::shown).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(e -> e.getKey() + ": " + shown(e.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return value == null ? "nothing" : value.toString();
    }

    /** The value as the case writes it. */
    static String shown(Node node) {
        if (node instanceof Node.Scalar scalar) {
            return scalar.isNull() ? "nothing" : scalar.text();
        }
        if (node instanceof Node.Sequence sequence) {
            return sequence.items().stream().map(Expected::shown).collect(Collectors.joining(", ", "[", "]"));
        }
        return ((Node.Mapping) node)
                .entries().stream()
                        .map(e -> e.key() + ": " + shown(e.value()))
                        .collect(Collectors.joining(", ", "{", "}"));
    }
}
