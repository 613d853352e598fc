package org.prorata.contract.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.prorata.contract.document.Node.Entry;
import org.prorata.contract.document.Node.Mapping;
import org.prorata.contract.document.Node.Scalar;
import org.prorata.contract.document.Node.Sequence;

/**
 * The fields of one mapping, asked for by name and type. What is wrong is collected, never thrown, and null is returned;
 * {@link #done()} refuses the fields that nobody asked for.
 */
final class Fields {

    private final String path;
    private final Problems problems;
    private final int line;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Set<String> known = new LinkedHashSet<>();

    private Fields(Mapping node, String path, Problems problems) {
        this.path = path;
        this.problems = problems;
        this.line = node.line();
        for (Entry entry : node.entries()) {
            Entry first = entries.putIfAbsent(entry.key(), entry);
            if (first != null) {
                problems.add(
                        entry.line(),
                        path(entry.key()),
                        "duplicate-key",
                        "is given twice, first on line " + first.line() + "; once is allowed");
            }
        }
    }

    /** The fields of a node, or null with an error when it is no mapping. */
    static Fields of(Node node, String path, Problems problems) {
        if (node instanceof Mapping mapping) {
            return new Fields(mapping, path, problems);
        }
        problems.add(node.line(), path, "wrong-type", kind(node) + "; named fields are wanted");
        return null;
    }

    /** A field that may be left out or null; then the result is null. */
    <T> T maybe(String name, FieldType<T> type) {
        Node node = take(name);
        if (node == null) {
            return null;
        }
        if (!(node instanceof Scalar scalar)) {
            refuse(name, "wrong-type", kind(node) + "; " + type.wanted() + " is wanted");
            return null;
        }
        try {
            return type.read().apply(scalar);
        } catch (ValueRefused e) {
            problems.add(node.line(), path(name), e.code(), e.getMessage());
            return null;
        }
    }

    /** A field that must be there. */
    <T> T need(String name, FieldType<T> type) {
        if (take(name) == null) {
            missing(name, type.wanted());
        }
        return maybe(name, type);
    }

    /** A field with a default. */
    <T> T or(String name, FieldType<T> type, T otherwise) {
        T value = maybe(name, type);
        return value == null ? otherwise : value;
    }

    /** Nested fields, or null when they are left out. */
    Fields child(String name) {
        Node node = take(name);
        return node == null ? null : of(node, path(name), problems);
    }

    /** Nested fields that must be there; {@code wanted} says what they are. */
    Fields needChild(String name, String wanted) {
        if (take(name) == null) {
            missing(name, wanted);
        }
        return child(name);
    }

    /** A list of mappings, empty when it is left out; entries with errors are left out of the result. */
    <T> List<T> list(String name, Function<Fields, T> read) {
        List<T> values = new ArrayList<>();
        List<Node> items = items(name);
        for (int i = 0; i < items.size() && !problems.full(); i++) {
            Fields fields = of(items.get(i), path(name) + "[" + i + "]", problems);
            T value = fields == null ? null : read.apply(fields);
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }

    /** A list of scalars. */
    <T> List<T> scalars(String name, FieldType<T> type) {
        List<T> values = new ArrayList<>();
        List<Node> items = items(name);
        for (int i = 0; i < items.size() && !problems.full(); i++) {
            String at = path(name) + "[" + i + "]";
            if (!(items.get(i) instanceof Scalar scalar) || scalar.isNull()) {
                problems.add(
                        items.get(i).line(),
                        at,
                        "wrong-type",
                        kind(items.get(i)) + "; " + type.wanted() + " is wanted");
                continue;
            }
            try {
                values.add(type.read().apply(scalar));
            } catch (ValueRefused e) {
                problems.add(scalar.line(), at, e.code(), e.getMessage());
            }
        }
        return values;
    }

    /** Whether the field is written, even as null. */
    boolean states(String name) {
        known.add(name);
        return entries.containsKey(name);
    }

    /** The field's value as it stands; null when it is left out or null. */
    Node take(String name) {
        known.add(name);
        Entry entry = entries.get(name);
        return entry == null || entry.value() instanceof Scalar scalar && scalar.isNull() ? null : entry.value();
    }

    /** The field's value even when it is null. */
    Node value(String name) {
        return entries.get(name).value();
    }

    /** Names that are allowed here and read elsewhere or not at all. */
    void ignore(String... names) {
        known.addAll(List.of(names));
    }

    void missing(String name, String wanted) {
        Entry entry = entries.get(name);
        problems.add(
                entry == null ? line : entry.line(),
                path(name),
                "missing-field",
                (entry == null ? "is missing; " : "is empty; ") + wanted + " is wanted");
    }

    /** An error in a field's value. */
    void refuse(String name, String code, String message) {
        Entry entry = entries.get(name);
        problems.add(entry == null ? line : entry.value().line(), path(name), code, message);
    }

    /** Refuses the fields that were never asked for. */
    void done() {
        for (Entry entry : entries.values()) {
            if (!known.contains(entry.key()) && !problems.full()) {
                String meant = Names.suggestion(entry.key(), known);
                problems.add(
                        entry.line(),
                        path(entry.key()),
                        "unknown-field",
                        "is not a field here" + meant + (meant.isEmpty() ? "; " : " ") + "allowed: "
                                + String.join(", ", known));
            }
        }
    }

    Set<String> names() {
        return entries.keySet();
    }

    int line() {
        return line;
    }

    int errors() {
        return problems.count();
    }

    /** The path of a field, with what is not a plain name made readable. */
    String path(String name) {
        String shown = name.matches("\\w[\\w-]{0,40}") ? name : Types.quote(name);
        return path.isEmpty() ? shown : path + "." + shown;
    }

    private List<Node> items(String name) {
        Node node = take(name);
        if (node == null) {
            return List.of();
        }
        if (node instanceof Sequence sequence) {
            return sequence.items();
        }
        refuse(name, "wrong-type", kind(node) + "; a list is wanted");
        return List.of();
    }

    private static String kind(Node node) {
        if (node instanceof Scalar scalar) {
            return scalar.isNull() ? "is empty" : Types.quote(scalar.text()) + " is a single value";
        }
        return node instanceof Sequence ? "is a list" : "is a group of fields";
    }
}
