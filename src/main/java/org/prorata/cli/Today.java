package org.prorata.cli;

import java.time.LocalDate;
import java.util.function.Supplier;

/** The day on which commands are given; documents bear none that is still to come. */
record Today(Supplier<LocalDate> clock) {

    static final Today OF_THE_MACHINE = new Today(LocalDate::now);

    private static final int MOST_YEARS_AHEAD = 10;

    LocalDate day() {
        return clock.get();
    }

    /** A mistyped year would bill, claim or compare decades; {@code on} may be null. */
    void refuseFarAhead(String option, LocalDate on) {
        if (on != null && on.isAfter(day().plusYears(MOST_YEARS_AHEAD))) {
            throw new BadInput(option + " " + on + " lies more than " + MOST_YEARS_AHEAD + " years after today, "
                    + day() + "; a day up to " + day().plusYears(MOST_YEARS_AHEAD) + " is allowed");
        }
    }

    /** Refuses a day for documents that lies ahead; {@code on} may be null. */
    void refuseAfter(LocalDate on) {
        if (on != null && on.isAfter(day())) {
            throw new BadInput("--on " + on + " lies after today, " + day() + "; today or an earlier day is allowed");
        }
    }
}
