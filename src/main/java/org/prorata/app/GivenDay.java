package org.prorata.app;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.prorata.access.Caller;
import org.prorata.decision.Refused;

/** Days that callers give, held against the day on their side. */
final class GivenDay {

    private static final int MOST_YEARS_AHEAD = 10;

    private GivenDay() {}

    /** A mistyped year would bill, claim or compare decades. */
    static void refuseFarAhead(Caller caller, LocalDate on) {
        LocalDate most = caller.today().plusYears(MOST_YEARS_AHEAD);
        if (on.isAfter(most)) {
            throw new Refused(
                    "day.too_far_ahead",
                    on.toString(),
                    MOST_YEARS_AHEAD,
                    caller.today().toString(),
                    most.toString());
        }
    }

    /** Documents bear no day that is still to come; {@code on} may be null. */
    static void refuseAfterToday(Caller caller, @Nullable LocalDate on) {
        if (on != null && on.isAfter(caller.today())) {
            throw new Refused("day.after_today", on.toString(), caller.today().toString());
        }
    }
}
