package org.prorata.rights;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.prorata.contract.Party;
import org.prorata.decision.TableRow;
import org.prorata.policy.Row;
import org.prorata.policy.TableId;
import org.prorata.servicelevel.Clock;
import org.prorata.servicelevel.Hours;
import org.prorata.servicelevel.ServiceHours;

/** How long a right runs from its event, as a row says. */
record DelayRule(Party party, int count, Unit unit, Clock clock, boolean beforeOrderOnly, TableRow row) {

    /** What is counted. */
    enum Unit { HOURS, DAYS, WORKING_DAYS, MONTHS, YEARS }

    static final TableId TABLE = TableId.of("rights", "delays", "terms", "code");

    static DelayRule of(Row row) {
        return new DelayRule(row.choice("party", Party.class), row.integer("count"), row.choice("unit", Unit.class),
                row.choice("clock", Clock.class), row.flag("before_order_only"), row.ref());
    }

    /** The last day of the delay; the day of the event does not count (C-DELAY). */
    LocalDate through(LocalDate event, ServiceHours hours) {
        return switch (unit) {
            case HOURS -> through(event.atStartOfDay(), hours).toLocalDate();
            case DAYS -> event.plusDays(count);
            case WORKING_DAYS -> hours.workingDaysAfter(event, count);
            case MONTHS -> event.plusMonths(count);
            case YEARS -> event.plusYears(count);
        };
    }

    /** The time at which a delay in hours is over. */
    LocalDateTime through(LocalDateTime event, ServiceHours hours) {
        return hours.after(event, Hours.seconds(BigDecimal.valueOf(count)),
                clock == null ? Clock.ROUND_THE_CLOCK : clock);
    }
}
