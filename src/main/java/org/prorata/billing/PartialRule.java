package org.prorata.billing;

import org.prorata.decision.TableRow;
import org.prorata.policy.Row;
import org.prorata.policy.TableId;

/** How a period is charged that is not covered whole, as a row says. */
public record PartialRule(Method method, MonthBegun monthBegun, TableRow row) {

    /** By the days covered, by the months left until the end, or in full. */
    public enum Method { DAILY, REMAINING_MONTHS, FULL }

    /** How a month begun counts among the months left. */
    public enum MonthBegun { WHOLE, EXCLUDED, DAILY }

    /** Why a period is not covered whole. */
    public enum Situation { FIRST, ADDED, LAST, ENDED }

    static final TableId TABLE = TableId.of("proration", "partial", "terms", "proration", "situation");

    static PartialRule of(Row row) {
        return new PartialRule(row.choice("method", Method.class), row.choice("month_begun", MonthBegun.class), row.ref());
    }
}
