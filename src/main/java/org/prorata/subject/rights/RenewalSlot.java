package org.prorata.subject.rights;

import java.time.LocalDate;
import java.util.List;
import org.prorata.contract.Party;
import org.prorata.decision.Decision.RightStatus;
import org.prorata.decision.Reason;
import org.prorata.subject.terms.RenewalTelling;

/** Whether a client may leave after a renewal, as nobody told it of it in time. */
public final class RenewalSlot extends RightSlot {

    private static final String CODE = "leave_after_renewal";

    private final RenewalTelling notice;
    private final LocalDate on;

    RenewalSlot(RenewalTelling notice, LocalDate on) {
        this.notice = notice;
        this.on = on;
    }

    @Override
    public String about() {
        return "leaving after the renewal of " + notice.renewal();
    }

    /** The day for which it is asked. */
    public LocalDate getDayAsked() {
        return on;
    }

    /** The first day of the renewed term. */
    public LocalDate getRenewal() {
        return notice.renewal();
    }

    /** The day on which the client was told, or null: nobody told it. */
    public LocalDate getTold() {
        return notice.told();
    }

    /** The first day on which the client may be told. */
    public LocalDate getFirstDayToTell() {
        return notice.first();
    }

    /** The last day for telling the client. */
    public LocalDate getLastDayToTell() {
        return notice.last();
    }

    public void mayLeave(String by) {
        put(
                by,
                RightStatus.OPEN,
                notice.renewal(),
                Reason.of("right.renewal.open", notice.renewal(), notice.first(), notice.last()));
    }

    public void mayLeaveLater(String by) {
        put(
                by,
                RightStatus.NOT_OPEN,
                notice.renewal(),
                Reason.of("right.renewal.ahead", notice.renewal(), notice.first(), notice.last()));
    }

    public void told(String by) {
        put(by, RightStatus.NOT_OPEN, null, Reason.of("right.renewal.told", notice.renewal(), notice.told()));
    }

    private void put(String by, RightStatus status, LocalDate from, Reason reason) {
        state(by, timed(CODE, Party.CLIENT, status, from, null), reason, List.of(notice.row()));
    }
}
