package org.prorata.contract.document;

import java.time.chrono.ChronoLocalDate;

/** Checks that days stand in order; a day that is not known is not checked. */
final class DayOrder {

    private DayOrder() {}

    static void notBefore(Fields f, String name, ChronoLocalDate day, ChronoLocalDate earliest, String message) {
        if (day != null && earliest != null && day.isBefore(earliest)) {
            f.refuse(name, "reversed", message + "; " + earliest + " or later is allowed");
        }
    }
}
