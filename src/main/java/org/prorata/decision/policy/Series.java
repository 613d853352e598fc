package org.prorata.decision.policy;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.prorata.decision.TableRow;

/** A published series: values with the days for which they are known. */
public interface Series {

    /** Code of the error when the sources of a value contradict each other. */
    String CONFLICT = "conflicting-value";

    /**
     * The value in force on a day.
     *
     * @throws org.prorata.decision.CannotDecide when no row covers the day, or its sources contradict each other; the
     *                                           message names the row
     */
    Value on(LocalDate day);

    /**
     * A value of a series and the row it stands in.
     *
     * @param base which of an index's bases it is counted on; null for a series of rates
     */
    record Value(BigDecimal value, TableRow row, String base) {
        public Value(BigDecimal value, TableRow row) {
            this(value, row, null);
        }
    }
}
