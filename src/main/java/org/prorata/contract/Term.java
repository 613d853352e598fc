package org.prorata.contract;

/** Length of the first term: stated in months, open-ended, or left to the terms. */
public record Term(Kind kind, int months) {

    /** How the length is known. */
    public enum Kind {
        STATED,
        OPEN_ENDED,
        OF_THE_TERMS
    }

    public static final Term OPEN_ENDED = new Term(Kind.OPEN_ENDED, 0);
    public static final Term OF_THE_TERMS = new Term(Kind.OF_THE_TERMS, 0);

    public Term {
        if (kind == Kind.STATED && months < 1) {
            throw new IllegalArgumentException("a term has at least one month");
        }
    }

    public static Term months(int months) {
        return new Term(Kind.STATED, months);
    }
}
