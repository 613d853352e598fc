package org.prorata.termination;

import org.prorata.decision.TableRow;
import org.prorata.policy.Row;
import org.prorata.policy.TableId;
import org.prorata.policy.choice.CountedAgainst;
import org.prorata.policy.choice.EndBasis;
import org.prorata.policy.choice.FeesLeft;

/** When a contract ends for a cause, as a row says. */
public record EndRule(boolean noRight, EndBasis basis, CountedAgainst countedAgainst, Integer noticeMonths, Integer noticeDays,
                      boolean fromSending, boolean atOnce, FeesLeft feesLeft, TableRow row) {

    public static final TableId TABLE = TableId.of("termination", "end", "terms", "plan", "cause", "by");

    /** Whether the contract ends when the delay of a formal notice is over. */
    public boolean afterDelay() {
        return basis == EndBasis.AFTER_DELAY;
    }

    /** Whether the rest of the running year is due after the end. */
    public boolean restOfYearDue() {
        return feesLeft == FeesLeft.REST_OF_YEAR;
    }

    public static EndRule of(Row row) {
        return new EndRule(row.flag("no_right"), row.choice("end_rule", EndBasis.class),
                row.choice("counted_against", CountedAgainst.class), row.integer("notice_months"), row.integer("notice_days"),
                row.flag("from_sending"), row.flag("at_once"), row.choice("fees_left", FeesLeft.class), row.ref());
    }
}
