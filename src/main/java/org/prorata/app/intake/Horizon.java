package org.prorata.app.intake;

import java.time.LocalDate;
import java.util.List;
import org.prorata.contract.document.DossierErrors;
import org.prorata.contract.document.RowText;

/** How far ahead of today what is said to have happened may lie: announced by some months it may be, by a year it is mistyped. */
record Horizon(LocalDate today) {

    void check(RowText row, LocalDate on) {
        LocalDate last = today.plusYears(1);
        if (on.isAfter(last)) {
            throw new DossierErrors(List.of(row.problem(
                    "on",
                    "out-of-range",
                    on + " lies more than a year ahead of today, " + today + "; a day up to " + last + " is allowed")));
        }
    }
}
