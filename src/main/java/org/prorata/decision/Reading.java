package org.prorata.decision;

/** Where a decision comes from: the contract's words, the law, or our reading of a silent or unclear contract. */
public enum Reading {
    CONTRACT,
    STATUTE,
    INTERPRETATION;

    /** Of two readings that met in one decision, the one to show: the law over our reading over plain words. */
    public Reading with(Reading other) {
        if (this == STATUTE || other == STATUTE) {
            return STATUTE;
        }
        return this == INTERPRETATION ? this : other;
    }
}
