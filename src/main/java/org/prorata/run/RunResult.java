package org.prorata.run;

import java.util.List;
import org.prorata.contract.Ask;
import org.prorata.store.Parked;
import org.prorata.store.Run;

/**
 * What a run or its preview came to.
 *
 * @param run        the run's number, null for a preview
 * @param knownAt    the recording up to which facts were known to it
 * @param parked     the contracts that could not be decided, the first {@value #SHOWN} of them
 * @param mismatches what did not come out right when the run was proved, empty when all did
 */
public record RunResult(Long run, Ask ask, long knownAt, Run.Counts counts, List<ProfileTotals> profiles, List<Parked> parked,
                        List<String> mismatches) {

    static final int SHOWN = 1000;

    /** Whether the run had nothing to do: all that is due is billed, or claimed, already. */
    public boolean nothingMore() {
        return counts.documents() == 0;
    }
}
