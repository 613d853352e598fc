package org.prorata.subject.rights;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.prorata.contract.Event.Cancellation;
import org.prorata.contract.Party;
import org.prorata.decision.Decision.RightStatus;
import org.prorata.decision.Reason;
import org.prorata.subject.servicelevel.LocalClock;

/** A consultation was cancelled: what the other side may do. */
public final class CancellationSlot extends RightSlot {

    private final Cancellation cancellation;
    private final ConsultationRule rule;
    private final ConsultationRule length;
    private final LocalClock clock;

    /**
     * @param rule   hours before which cancelling is free, or what follows when a professional cancels
     * @param length minutes of a consultation
     */
    CancellationSlot(Cancellation cancellation, ConsultationRule rule, ConsultationRule length, LocalClock clock) {
        this.cancellation = cancellation;
        this.rule = rule;
        this.length = length;
        this.clock = clock;
    }

    @Override
    public String about() {
        return "the cancellation of " + cancellation.at();
    }

    /** Who cancelled. */
    public Party getBy() {
        return cancellation.by();
    }

    /** The moment at which the consultation was cancelled. */
    public Instant getCancelled() {
        return clock.instant(cancellation.at());
    }

    /** The last moment at which cancelling has no consequence: so many hours before the consultation. */
    public Instant getLastFreeMoment() {
        return clock.instant(cancellation.slot()).minus(Duration.ofHours(rule.count()));
    }

    public void mayRefuse(String by) {
        put(by, "refuse_booking", Party.PROVIDER, RightStatus.OPEN, "right.cancellation.late");
    }

    public void mayNotRefuse(String by) {
        put(by, "refuse_booking", Party.PROVIDER, RightStatus.NOT_OPEN, "right.cancellation.in_time");
    }

    private void put(String by, String code, Party party, RightStatus status, String key) {
        state(
                by,
                timed(code, party, status, status == RightStatus.OPEN ? cancellation.on() : null, null),
                Reason.of(
                        key,
                        cancellation.at(),
                        cancellation.slot(),
                        cancellation.slot().plusMinutes(length.count()),
                        rule.count()),
                List.of(rule.row(), length.row()));
    }

    /** Another social worker or another slot is offered. */
    public void mayBookAgain(String by) {
        state(
                by,
                timed("rebooking", Party.BENEFICIARY, RightStatus.OPEN, cancellation.on(), null),
                Reason.of(
                        "right.cancellation.by_professional",
                        cancellation.at(),
                        cancellation.slot(),
                        cancellation.slot().plusMinutes(length.count())),
                List.of(rule.row(), length.row()));
    }
}
