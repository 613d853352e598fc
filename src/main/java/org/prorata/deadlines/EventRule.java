package org.prorata.deadlines;

import java.time.LocalDate;
import org.prorata.decision.TableRow;
import org.prorata.policy.Row;
import org.prorata.policy.TableId;

/** A delay that begins with an event, as a row says. */
record EventRule(int months, int days, TableRow row) {

    static final TableId TABLE = TableId.of("deadlines", "after-event", "terms", "event");

    static EventRule of(Row row) {
        return new EventRule(orNone(row.integer("months")), orNone(row.integer("days")), row.ref());
    }

    private static int orNone(Integer number) {
        return number == null ? 0 : number;
    }

    LocalDate after(LocalDate event) {
        return event.plusMonths(months).plusDays(days);
    }
}
