package org.prorata.coverage;

import java.util.List;

/**
 * How a policy sheet is asked, which says what is a gap in it and what an overlap.
 *
 * @param must  the terms for which a row must answer whatever else is asked; null: none
 * @param of    the terms that ask the sheet at all; null: all
 * @param apart values that tell rows apart where several may answer; null: one row answers
 * @param bound the bound up to or from which each of several rows applies; null: none
 */
record Question(Must must, Where of, List<String> apart, Bound bound) {

    /** For which terms a row must answer. */
    record Must(Where terms) {
    }

    private static final Must ALWAYS = new Must(null);

    /** A row must answer, and no second one. */
    static Question one() {
        return new Question(ALWAYS, null, null, null);
    }

    /** A row must answer for some terms; others never ask. */
    static Question one(Where of) {
        return new Question(new Must(of), of, null, null);
    }

    /** A row must answer for some terms; others may have rows. */
    static Question oneWhere(Where must) {
        return new Question(new Must(must), null, null, null);
    }

    /** What terms grant: no row means no such right. */
    static Question granted() {
        return new Question(null, null, null, null);
    }

    /** The same where only some terms ask. */
    static Question granted(Where of) {
        return new Question(null, of, null, null);
    }

    /** Several rows may answer, told apart by some of their values. */
    static Question several(String... apart) {
        return new Question(null, null, List.of(apart), null);
    }

    /** Bands: several rows may apply, of which the one with the nearest bound holds. */
    static Question bands(Bound bound, Where must, Where of) {
        return new Question(new Must(must), of, List.of(bound.column()), bound);
    }
}
