package org.prorata.ledger;

/** A column of what a run made, as rows. */
public record ResultColumn(String name, Kind kind) {

    /** What its values are. */
    public enum Kind {
        TEXT,
        DAY,
        DECIMAL,
        WHOLE,
        YES_NO
    }
}
