package org.prorata.run;

import java.util.List;
import java.util.function.Consumer;
import org.prorata.store.Parked;
import org.prorata.store.Run;

/** One chunk worked: what it adds to the sums, what it parks, and how it is stored under a run. */
record Worked(Consumer<Tally> tally, List<Parked> parked, Consumer<Run> store) {
}
