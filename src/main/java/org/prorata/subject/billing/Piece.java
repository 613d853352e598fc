package org.prorata.subject.billing;

import java.math.BigDecimal;

/** A part of a line of the bill: what it comes to, the document that it gives back, or null, and the tax of what it corrects. */
final class Piece {

    private final BillLine line;
    private final TaxRule tax;
    private BigDecimal amount;
    private String corrects;

    Piece(BillLine line, BigDecimal amount, String corrects, TaxRule tax) {
        this.line = line;
        this.amount = amount;
        this.corrects = corrects;
        this.tax = tax;
    }

    BillLine line() {
        return line;
    }

    TaxRule tax() {
        return tax;
    }

    BigDecimal amount() {
        return amount;
    }

    String corrects() {
        return corrects;
    }

    /** Lets it give back another document. */
    void name(String document) {
        corrects = document;
    }

    /** Takes some of it away, as a piece of its own. */
    Piece without(BigDecimal part) {
        amount = amount.subtract(part);
        return new Piece(line, part, corrects, tax);
    }

    boolean joins(Piece other) {
        return line == other.line && java.util.Objects.equals(corrects, other.corrects) && tax.same(other.tax);
    }

    void join(Piece other) {
        amount = amount.add(other.amount);
    }
}
