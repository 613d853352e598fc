package org.prorata.subject.rights;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import org.prorata.contract.Event.Booking;
import org.prorata.decision.Decision.RightStatus;
import org.prorata.decision.Reason;
import org.prorata.decision.TableRow;
import org.prorata.decision.policy.choice.RetentionBasis;

/** Data of one category: whether they may still be kept on a day, and until when. */
public final class RetentionSlot extends RightSlot {

    private final RetentionRule rule;
    private final LocalDate end;
    private final Booking booking;
    private final ConsultationRule length;
    private final LocalDate on;
    private Hold hold = Hold.NONE;

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

    /** What a dispute does to the data. */
    RetentionSlot held(Hold by) {
        this.hold = by;
        return this;
    }

    @Override
    public String about() {
        return "the retention of " + rule.category();
    }

    /** With the service and some time more, each for a time of its own, or only while a consultation lasts. */
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

    /** The first day of a dispute that outlasts that day, where the terms let it keep data; else null. */
    public LocalDate getDisputeBegan() {
        return hold.began();
    }

    /** The last day of that dispute and of those that followed on it, or null: it goes on. */
    public LocalDate getLastDayOfDispute() {
        return hold.last();
    }

    /** The day of the last consultation up to the day asked, or null: there was none, or the terms know none. */
    public LocalDate getConsultationDay() {
        return booking == null || length == null ? null : booking.slot().toLocalDate();
    }

    private LocalDate until() {
        return rule.after(end);
    }

    /** The day of the oldest datum kept, where each is kept for a time of its own. */
    private LocalDate oldest() {
        return rule.basis() == RetentionBasis.EACH ? rule.before(on) : null;
    }

    public void whileServed(String by) {
        put(by, RightStatus.OPEN, null, null, reason("right.retention.served", rule.category(), rule.count()));
    }

    /** While the service runs the data of the last months or days are kept. */
    public void eachWhileServed(String by) {
        put(
                by,
                RightStatus.OPEN,
                oldest(),
                null,
                reason("right.retention.each", rule.category(), rule.count(), oldest()));
    }

    public void kept(String by) {
        put(
                by,
                RightStatus.OPEN,
                oldest(),
                until(),
                reason("right.retention.kept", rule.category(), end, rule.count(), until()));
    }

    public void gone(String by) {
        put(
                by,
                RightStatus.NOT_OPEN,
                null,
                until(),
                reason("right.retention.over", rule.category(), end, rule.count(), until()));
    }

    /** Kept for a dispute, past their usual end. */
    public void held(String by) {
        held(
                by,
                RightStatus.OPEN,
                Reason.of("right.retention.held", rule.category(), until(), hold.began(), hold.last()));
    }

    /** Kept for a dispute that goes on. */
    public void heldOn(String by) {
        held(by, RightStatus.OPEN, Reason.of("right.retention.held_on", rule.category(), until(), hold.began()));
    }

    /** Kept for a dispute that is over. */
    public void heldNoMore(String by) {
        held(
                by,
                RightStatus.NOT_OPEN,
                Reason.of("right.retention.held_no_more", rule.category(), until(), hold.last()));
    }

    private void held(String by, RightStatus status, Reason reason) {
        List<TableRow> rows = new ArrayList<>(List.of(hold.row(), rule.row()));
        proposeOver(by, state(status, null, hold.last()), reason, rows.toArray(TableRow[]::new));
    }

    public void duringConsultation(String by) {
        LocalDateTime close = booking.slot().plusMinutes(length.count());
        put(
                by,
                RightStatus.OPEN,
                booking.slot(),
                close,
                Reason.of("right.retention.consultation", rule.category(), booking.slot(), close));
    }

    public void noConsultation(String by) {
        put(by, RightStatus.NOT_OPEN, null, null, Reason.of("right.retention.no_consultation", rule.category()));
    }

    private Reason reason(String key, Object... figures) {
        return Reason.of(rule.days() == null ? key : key + "_days", figures);
    }

    private void put(String by, RightStatus status, Temporal from, Temporal until, Reason reason) {
        state(by, state(status, from, until), reason, List.of(rule.row()));
    }

    private State state(RightStatus status, Temporal from, Temporal until) {
        return new State("retention", rule.party(), status, from, until, null, null, rule.category());
    }
}
