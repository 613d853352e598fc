package org.prorata.app.exits;

import java.math.BigDecimal;
import java.util.Comparator;

/** An exit that the search found; its cost is what is owed or lost beyond the days used, as far as it is known. */
public record Priced(Scenario scenario) {

    /** The earliest; of two causes that lead to one day, the one that the terms grant. */
    static final Comparator<Priced> SOONEST = Comparator.comparing(
                    (Priced priced) -> priced.scenario().end())
            .thenComparing(priced -> !priced.scenario().granted());

    /** What is known comes before what is not. */
    static final Comparator<Priced> CHEAPEST = Comparator.comparing(
                    (Priced priced) -> !priced.scenario().costs().known())
            .thenComparing(Priced::cost)
            .thenComparing(SOONEST);

    /** Fees left and of the run-on, exit services, and what is paid for days after the end and does not go back. */
    public BigDecimal cost() {
        return scenario.costs().beyondUse();
    }

    /** Whether nothing is owed or lost. */
    boolean free() {
        return cost().signum() == 0 && scenario.costs().known();
    }
}
