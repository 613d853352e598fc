package org.prorata.subject.rights;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.Temporal;
import org.prorata.contract.Party;
import org.prorata.decision.CannotDecide;
import org.prorata.decision.TableRow;
import org.prorata.decision.policy.Row;
import org.prorata.decision.policy.TableId;
import org.prorata.subject.servicelevel.Clock;
import org.prorata.subject.servicelevel.Hours;
import org.prorata.subject.servicelevel.ServiceHours;
import org.prorata.subject.terms.EffectiveTerms;

/** How long a right runs from its event, as a row says. */
public record DelayRule(Party party, int count, Unit unit, Clock clock, boolean beforeOrderOnly, TableRow row) {

    /** What is counted. */
    public enum Unit {
        HOURS,
        DAYS,
        WORKING_DAYS,
        MONTHS,
        YEARS
    }

    private static final TableId TABLE = TableId.of("rights", "delays", "terms", "code");

    /** The row of a code that holds on a day, or null: the terms grant none. */
    public static DelayRule find(EffectiveTerms setting, String code, LocalDate on) {
        return setting.policies()
                .find(TABLE, DelayRule::of, on, setting.dossier().terms(), code);
    }

    private static DelayRule of(Row row) {
        return new DelayRule(
                row.choice("party", Party.class),
                row.integer("count"),
                row.choice("unit", Unit.class),
                row.choice("clock", Clock.class),
                row.flag("before_order_only"),
                row.ref());
    }

    /** The last day of the delay; the day of the event does not count (C-DELAY). */
    public LocalDate through(LocalDate event, ServiceHours hours) {
        return switch (unit) {
            case HOURS -> over(event.atStartOfDay(), hours).toLocalDate();
            case DAYS -> event.plusDays(count);
            case WORKING_DAYS -> hours.workingDaysAfter(event, count);
            case MONTHS -> event.plusMonths(count);
            case YEARS -> event.plusYears(count);
        };
    }

    /** The last day on which something must be done so long before a day (C-NOTICE). */
    LocalDate before(LocalDate day, ServiceHours hours) {
        return switch (unit) {
            case HOURS ->
                throw new CannotDecide(
                        "no-days",
                        "row " + row.citation() + " needs days, months or years, as it is counted back from a day");
            case DAYS -> day.minusDays(count);
            case WORKING_DAYS -> hours.workingDaysBefore(day, count);
            case MONTHS -> day.minusMonths(count);
            case YEARS -> day.minusYears(count);
        };
    }

    /** The time at which a delay in hours is over; of any other its last day. */
    public Temporal through(LocalDateTime event, ServiceHours hours) {
        return unit == Unit.HOURS ? over(event, hours) : through(event.toLocalDate(), hours);
    }

    private LocalDateTime over(LocalDateTime event, ServiceHours hours) {
        if (clock == null) {
            throw new CannotDecide("no-clock", "row " + row.citation() + " needs clock for a delay in hours");
        }
        return hours.after(event, Hours.seconds(BigDecimal.valueOf(count)), clock);
    }
}
