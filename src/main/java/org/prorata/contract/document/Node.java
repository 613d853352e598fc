package org.prorata.contract.document;

import java.util.List;

/** A value of a document with the line on which it begins, 1 the first. Scalars keep their text as written. */
public sealed interface Node {

    int line();

    /** A text, number, date, yes/no or null; {@code quoted} when it stands in quotes, so that it can only be a text. */
    record Scalar(String text, boolean quoted, int line) implements Node {

        /** Whether nothing is stated: {@code null}, {@code ~} or no text at all. */
        public boolean isNull() {
            return !quoted
                    && switch (text) {
                        case "", "~", "null", "Null", "NULL" -> true;
                        default -> false;
                    };
        }

        /** Whether it is {@code true} or {@code false} without quotes. */
        public boolean isFlag() {
            return !quoted && (text.equals("true") || text.equals("false"));
        }
    }

    /** A list. */
    record Sequence(List<Node> items, int line) implements Node {
        public Sequence {
            items = List.copyOf(items);
        }
    }

    /** Named fields in the order written; a name may occur twice, which readers refuse. */
    record Mapping(List<Entry> entries, int line) implements Node {
        public Mapping {
            entries = List.copyOf(entries);
        }
    }

    /** A field of a mapping; {@code line} is that of its name. */
    record Entry(String key, int line, Node value) {}
}
