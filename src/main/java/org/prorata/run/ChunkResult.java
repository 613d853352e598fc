package org.prorata.run;

import java.util.List;
import java.util.function.Consumer;
import org.prorata.ledger.Parked;
import org.prorata.ledger.Run;
import org.prorata.store.runs.Parts;

/** One chunk worked: what it adds to the sums, what it parks, and how it is stored under a run. */
public record ChunkResult(Consumer<Tally> tally, List<Parked> parked, Consumer<Run> store) {

    /** What the chunk comes to. */
    public Tally sums() {
        Tally sums = new Tally();
        tally.accept(sums);
        return sums;
    }

    /**
     * Stores the chunk together with the place that its part came to, within the transaction of the thread.
     *
     * @param last the last contract of the chunk
     * @return the part from there on
     */
    public Parts.Held stored(Parts parts, Run run, Parts.Held part, String last, Tally sums) {
        store.accept(run);
        return parts.advance(part, last, sums.done(), sums.billed(), sums.parked(), sums.profiles());
    }
}
