package org.prorata.ledger;

/** Numbers of one series, from one to another. */
public record IssuedNumbers(String series, long from, long to) {

    public long count() {
        return to - from + 1;
    }

    /** The first of them, as documents bear it. */
    public DocumentNumber first() {
        return new DocumentNumber(series, from);
    }

    /** The last of them. */
    public DocumentNumber last() {
        return new DocumentNumber(series, to);
    }
}
