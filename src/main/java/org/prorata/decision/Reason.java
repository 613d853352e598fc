package org.prorata.decision;

import java.util.List;

/**
 * One sentence of an explanation, as data: a key of the message files and its figures.
 *
 * @param figures decimals, whole numbers, dates, periods and short texts, in the order of the message's places
 */
public record Reason(String key, List<Object> figures) {

    public Reason {
        figures = List.copyOf(figures);
    }

    public static Reason of(String key, Object... figures) {
        return new Reason(key, List.of(figures));
    }
}
