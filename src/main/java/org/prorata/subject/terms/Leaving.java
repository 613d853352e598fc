package org.prorata.subject.terms;

import java.time.LocalDate;
import org.prorata.contract.Cause;
import org.prorata.contract.Party;
import org.prorata.decision.TableRow;

/**
 * A wish to end the contract.
 *
 * @param notice    the day that counts for notice periods
 * @param delayFrom the day from which the delay of a breach runs: the formal notice where there was one
 * @param warned    a formal notice about the breach came before
 * @param atOnce    the breach cannot be mended
 * @param wanted    the last day asked for
 * @param unpaid    a formal notice to pay that was left unpaid and lets the provider end the contract, or null
 */
public record Leaving(
        Party by,
        Cause cause,
        LocalDate notice,
        LocalDate delayFrom,
        boolean warned,
        boolean atOnce,
        LocalDate wanted,
        LeftUnpaid unpaid) {

    /**
     * What a formal notice to pay that was left unpaid does.
     *
     * @param from        first day on which the provider may end the contract for it, or null: it lets nobody
     * @param barredSince the judgment that opened insolvency proceedings, where only claims from before it are unpaid; else null
     * @param row         what says so
     */
    public record LeftUnpaid(LocalDate from, LocalDate barredSince, TableRow row) {}
}
