package org.prorata.store;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.prorata.contract.Ask;

/**
 * A run over the portfolio as it is recorded.
 *
 * @param knownAt the recording up to which facts were known to it
 * @param book    version of the rule book that decided
 * @param ended   null while it is under way
 * @param counts  null until it is done
 * @param message what did not come out right, or null
 */
public record Run(long id, Ask ask, long knownAt, String book, int calculation, OffsetDateTime started, OffsetDateTime ended,
                  State state, Counts counts, String message) {

    /** Where a run stands. */
    public enum State { RUNNING, DONE, INTERRUPTED, FAILED_RECONCILIATION }

    /** How many contracts came to what, and the sums of the documents made; {@code billed} have at least one document. */
    public record Counts(long contracts, long billed, long nothingDue, long parked, long documents, long lines,
                         BigDecimal net, BigDecimal tax, BigDecimal gross) {
    }

    /** What the run was asked: {@code bill 2026-10-01 to 2026-10-31}. */
    public String title() {
        if (ask instanceof Ask.Bill bill) {
            return "bill " + bill.from() + " to " + bill.to();
        }
        LocalDate on = ((Ask.Late) ask).on();
        return "late " + on;
    }
}
