package org.prorata.subject.course;

import org.prorata.decision.TableRow;
import org.prorata.decision.policy.Row;
import org.prorata.decision.policy.TableId;
import org.prorata.decision.policy.choice.PriceChangeDay;

/** When a new price takes effect, as a row says; a number of days or months is null where the row leaves it empty. */
public record RevisionRule(
        PriceChangeDay effectOn, Integer noticeMonths, Integer noticeDays, Integer leaveDays, TableRow row) {

    public static final TableId TABLE = TableId.of("price-revision", "notice", "terms", "plan");

    public static RevisionRule of(Row row) {
        return new RevisionRule(
                row.choice("effect_on", PriceChangeDay.class),
                row.integer("notice_months"),
                row.integer("notice_days"),
                row.integer("leave_days"),
                row.ref());
    }
}
