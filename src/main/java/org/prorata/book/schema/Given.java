package org.prorata.book.schema;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.prorata.decision.Reason;

/** What a cell holds before it is checked against its column. */
public sealed interface Given {

    /** @param typed whether a person typed it into a cell; what programs write has a point before decimals, without zeros behind them */
    record Text(String text, boolean typed) implements Given {

        public Text(String text) {
            this(text, false);
        }
    }

    /** A number as stored; {@code percent} when the cell shows it times a hundred with a per cent sign. */
    record Number(BigDecimal stored, boolean percent) implements Given {}

    record Day(LocalDate day) implements Given {}

    record Flag(boolean yes) implements Given {}

    /** Nothing that any column takes: a formula, an error value, a time. */
    record Unusable(Reason found, Reason allowed) implements Given {}
}
