package org.prorata.book.coverage;

/**
 * For whom a policy sheet must answer and who asks it at all, which says what is a gap in it. How many rows answer,
 * {@link org.prorata.book.schema.SeveralAnswers} says.
 *
 * @param must the terms for which a row must answer whatever else is asked; null: none
 * @param of   the terms that ask the sheet at all; null: all
 */
record Question(Must must, RowSelection of) {

    /** For which terms a row must answer. */
    record Must(RowSelection terms) {}

    /** A row must answer. */
    static Question one() {
        return new Question(new Must(null), null);
    }

    /** A row must answer for some terms; others never ask. */
    static Question one(RowSelection of) {
        return oneWhere(of, of);
    }

    /** A row must answer for some terms; others may have rows. */
    static Question oneWhere(RowSelection must) {
        return oneWhere(must, null);
    }

    /** A row must answer for some of the terms that ask. */
    static Question oneWhere(RowSelection must, RowSelection of) {
        return new Question(new Must(must), of);
    }

    /** What terms grant: no row means no such right. */
    static Question granted() {
        return granted(null);
    }

    /** The same where only some terms ask. */
    static Question granted(RowSelection of) {
        return new Question(null, of);
    }
}
