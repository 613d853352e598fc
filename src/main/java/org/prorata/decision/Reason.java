package org.prorata.decision;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * One sentence of an explanation, as data: a key of the message files and its figures, which are decimals, whole
 * numbers, dates, periods and short texts in the order of the message's places.
 */
public final class Reason {

    private final String key;
    private final Object[] figures;

    private Reason(String key, Object[] figures) {
        this.key = key;
        this.figures = figures;
    }

    public static Reason of(String key, Object... figures) {
        return new Reason(key, figures);
    }

    public String key() {
        return key;
    }

    /** The place of the first figure that is missing, -1 when all are there. */
    int gap() {
        for (int i = 0; i < figures.length; i++) {
            if (figures[i] == null) {
                return i;
            }
        }
        return -1;
    }

    public List<Object> figures() {
        return Collections.unmodifiableList(Arrays.asList(figures));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Reason that && that.key.equals(key) && Arrays.equals(that.figures, figures);
    }

    @Override
    public int hashCode() {
        return 31 * key.hashCode() + Arrays.hashCode(figures);
    }

    @Override
    public String toString() {
        return key + Arrays.toString(figures);
    }
}
