package org.prorata.app.exits;

import java.time.LocalDate;

/**
 * What the search found: the earliest free exit and the cheapest one; null where there is none.
 *
 * @param over   the last day of a contract that is over before the notice, else null
 * @param anyway the last day of a contract that an earlier notice ends, else null
 * @param beyond where no free exit was found, the first end that lies beyond the days looked at, else null
 */
public record Best(Priced earliestFree, Priced cheapest, LocalDate over, LocalDate anyway, LocalDate beyond) {}
