package org.prorata.run;

import java.util.List;
import org.prorata.ledger.Parked;
import org.prorata.ledger.ProfileTotals;
import org.prorata.ledger.Run;

/**
 * What a run or its preview came to.
 *
 * @param run        the run as the register has it now
 * @param wentOn     whether an earlier command had begun it
 * @param parked     the contracts that could not be decided, the first {@value #SHOWN} of them
 * @param mismatches what did not come out right when the run was proved, empty when all did
 * @param closed     the days before that another calculation billed and this run left alone, or null
 */
public record RunResult(
        Run run,
        boolean wentOn,
        Run.Counts counts,
        List<ProfileTotals> profiles,
        List<Parked> parked,
        List<String> mismatches,
        ClosedDays closed) {

    static final int SHOWN = 1000;

    /** Whether it was asked to stop before it was done. */
    public boolean stopped() {
        return run.state() == Run.State.INTERRUPTED;
    }

    /** Whether the run had nothing to do: all that is due is billed, or claimed, already. */
    public boolean nothingMore() {
        return counts.documents() == 0;
    }
}
