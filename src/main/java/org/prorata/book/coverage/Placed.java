package org.prorata.book.coverage;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import org.prorata.decision.policy.Row;

/**
 * A row and the part of each axis for which it answers.
 *
 * @param extents by axis, empty until the axes are known
 */
record Placed(Row row, LocalDate from, LocalDate to, List<BitSet> extents) {

    static Placed of(Row row) {
        return new Placed(row, row.date("valid_from"), row.date("valid_to"), List.of());
    }

    Placed at(List<BitSet> places) {
        return new Placed(row, from, to, places);
    }

    int number() {
        return row.ref().row();
    }
}
