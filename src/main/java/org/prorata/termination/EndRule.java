package org.prorata.termination;

import org.prorata.decision.TableRow;
import org.prorata.policy.Row;
import org.prorata.policy.TableId;

/** When a contract ends for a cause, as a row says. */
public record EndRule(String right, String endRule, String countedAgainst, Integer noticeMonths, Integer noticeDays,
                      boolean fromSending, boolean restOfYearDue, TableRow row) {

    public static final TableId TABLE = TableId.of("termination", "end", "terms", "plan", "cause", "by");

    public static EndRule of(Row row) {
        return new EndRule(row.text("right"), row.text("end_rule"), row.text("counted_against"),
                row.integer("notice_months"), row.integer("notice_days"), row.flag("from_sending"),
                "rest_of_year".equals(row.text("fees_left")), row.ref());
    }
}
