package org.prorata.cli;

import java.time.LocalDate;
import java.util.function.Supplier;

/** The day on which commands are given; documents bear none that is still to come. */
record Today(Supplier<LocalDate> clock) {

    static final Today OF_THE_MACHINE = new Today(LocalDate::now);

    LocalDate day() {
        return clock.get();
    }

    /** Refuses a day for documents that lies ahead; {@code on} may be null. */
    void refuseAfter(LocalDate on) {
        if (on != null && on.isAfter(day())) {
            throw new BadInput("--on " + on + " lies after today, " + day() + "; today or an earlier day is allowed");
        }
    }
}
