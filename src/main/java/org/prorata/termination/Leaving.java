package org.prorata.termination;

import java.time.LocalDate;
import org.prorata.contract.Cause;
import org.prorata.contract.Party;

/**
 * A wish to end the contract.
 *
 * @param notice    the day that counts for notice periods
 * @param delayFrom the day from which the delay of a breach runs: the formal notice where there was one
 * @param atOnce    the breach cannot be mended, so that no delay runs
 * @param wanted    the last day asked for
 */
public record Leaving(Party by, Cause cause, LocalDate notice, LocalDate delayFrom, boolean atOnce, LocalDate wanted) {
}
