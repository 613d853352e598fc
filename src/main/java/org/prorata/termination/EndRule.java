package org.prorata.termination;

import org.prorata.decision.TableRow;
import org.prorata.policy.Row;
import org.prorata.policy.TableId;

/** When a contract ends for a cause, as a row says. */
public record EndRule(boolean noRight, String endRule, String countedAgainst, Integer noticeMonths, Integer noticeDays,
                      boolean fromSending, boolean atOnce, boolean restOfYearDue, TableRow row) {

    public static final TableId TABLE = TableId.of("termination", "end", "terms", "plan", "cause", "by");

    /** Whether the contract ends when the delay of a formal notice is over. */
    public boolean afterDelay() {
        return "after_delay".equals(endRule);
    }

    public static EndRule of(Row row) {
        return new EndRule(row.flag("no_right"), row.text("end_rule"), row.text("counted_against"),
                row.integer("notice_months"), row.integer("notice_days"), row.flag("from_sending"), row.flag("at_once"),
                "rest_of_year".equals(row.text("fees_left")), row.ref());
    }
}
