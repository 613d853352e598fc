package org.prorata.termination;

import java.time.LocalDate;
import org.prorata.contract.Cause;
import org.prorata.contract.Party;
import org.prorata.decision.TableRow;

/**
 * A wish to end the contract.
 *
 * @param notice    the day that counts for notice periods
 * @param delayFrom the day from which the delay of a breach runs: the formal notice where there was one
 * @param atOnce    the breach cannot be mended, so that no delay runs
 * @param wanted    the last day asked for
 * @param unpaid    the row of a formal notice to pay that was left unpaid and lets the provider end the contract, or null
 */
public record Leaving(Party by, Cause cause, LocalDate notice, LocalDate delayFrom, boolean atOnce, LocalDate wanted,
                      TableRow unpaid) {
}
