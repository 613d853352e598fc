package org.prorata.exit;

import java.time.LocalDate;
import org.prorata.decision.Finding;
import org.prorata.decision.Reason;
import org.prorata.decision.TellingSlot;
import org.prorata.policy.choice.EndBasis;
import org.prorata.termination.EndSlot;

/** The day of notice of a question that may not state one: a rule says so where another day could lead to another end. */
public final class NoticeDaySlot extends TellingSlot {

    private final EndSlot end;
    private final LocalDate stated;

    /** @param stated the day of notice that the question or a recorded notice states, or null */
    NoticeDaySlot(EndSlot end, LocalDate stated) {
        this.end = end;
        this.stated = stated;
    }

    @Override
    public String about() {
        return "the day of notice";
    }

    /** The day of notice that is known, or null. */
    public LocalDate getStated() {
        return stated;
    }

    /** On which day the terms let the contract end. */
    public EndBasis getBasis() {
        return end.getBasis();
    }

    /** Whether the terms renew, so that a notice period is counted. */
    public boolean isNoticeNeeded() {
        return end.isNoticeNeeded();
    }

    /** Whether a formal notice about the breach came before, from which its delay runs. */
    public boolean isWarned() {
        return end.isWarned();
    }

    /** Whether the breach cannot be mended and the terms then ask for no delay. */
    public boolean isAtOnce() {
        return end.isAtOnce();
    }

    /** The day on which the breach lets the contract end. */
    public LocalDate getEndByBreach() {
        return end.getEndByBreach();
    }

    /** The day on which a formal notice to pay that was left unpaid lets it end, or null. */
    public LocalDate getEndByLetter() {
        return end.getEndByLetter();
    }

    /** The day asked for counts as the day of notice. */
    public void notStated(String by) {
        warn(by, Finding.NOTICE_NOT_STATED, Reason.of("end.notice_not_stated", end.getWanted()));
    }
}
