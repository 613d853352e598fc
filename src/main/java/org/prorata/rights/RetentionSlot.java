package org.prorata.rights;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.Temporal;
import java.util.List;
import org.prorata.contract.Event.Booking;
import org.prorata.decision.Decision.RightStatus;
import org.prorata.decision.Reason;
import org.prorata.policy.choice.RetentionBasis;

/** Data of one category: whether they may still be kept on a day, and until when. */
public final class RetentionSlot extends RightSlot {

    private final RetentionRule rule;
    private final LocalDate end;
    private final Booking booking;
    private final ConsultationRule length;
    private final LocalDate on;

    /**
     * @param end     last day of the service, or null while it runs
     * @param booking the last consultation up to the day asked, or null
     * @param length  minutes of a consultation, or null where the terms know none
     */
    RetentionSlot(RetentionRule rule, LocalDate end, Booking booking, ConsultationRule length, LocalDate on) {
        this.rule = rule;
        this.end = end;
        this.booking = booking;
        this.length = length;
        this.on = on;
    }

    @Override
    public String about() {
        return "the retention of " + rule.category();
    }

    /** With the service and so many months more, only while a consultation lasts. */
    public RetentionBasis getBasis() {
        return rule.basis();
    }

    /** The day for which it is asked. */
    public LocalDate getDayAsked() {
        return on;
    }

    /** The last day of the service, or null: it runs. */
    public LocalDate getLastDayOfService() {
        return end;
    }

    /** The last day on which the data are kept, or null while the service runs. */
    public LocalDate getLastDayKept() {
        return end == null ? null : until();
    }

    /** The day of the last consultation up to the day asked, or null: there was none, or the terms know none. */
    public LocalDate getConsultationDay() {
        return booking == null || length == null ? null : booking.slot().toLocalDate();
    }

    private LocalDate until() {
        return end.plusMonths(rule.months());
    }

    public void whileServed(String by) {
        put(by, RightStatus.OPEN, null, null, Reason.of("right.retention.served", rule.category(), rule.months()));
    }

    public void kept(String by) {
        put(by, RightStatus.OPEN, null, until(), Reason.of("right.retention.kept", rule.category(), end, rule.months(), until()));
    }

    public void gone(String by) {
        put(by, RightStatus.NOT_OPEN, null, until(), Reason.of("right.retention.over", rule.category(), end, rule.months(), until()));
    }

    public void duringConsultation(String by) {
        LocalDateTime close = booking.slot().plusMinutes(length.count());
        put(by, RightStatus.OPEN, booking.slot(), close, Reason.of("right.retention.consultation", rule.category(), booking.slot(), close));
    }

    public void noConsultation(String by) {
        put(by, RightStatus.NOT_OPEN, null, null, Reason.of("right.retention.no_consultation", rule.category()));
    }

    private void put(String by, RightStatus status, Temporal from, Temporal until, Reason reason) {
        state(by, new State("retention", rule.party(), status, from, until, null, null, rule.category()), reason, List.of(rule.row()));
    }
}
