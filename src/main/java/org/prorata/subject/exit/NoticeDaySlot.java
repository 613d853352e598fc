package org.prorata.subject.exit;

import java.time.LocalDate;
import org.prorata.decision.Finding;
import org.prorata.decision.Reason;
import org.prorata.decision.TellingSlot;
import org.prorata.subject.terms.EndSlot;

/** The day of notice of a question that may not state one: a rule says so where another day could lead to another end. */
public final class NoticeDaySlot extends TellingSlot {

    private final EndSlot.End end;
    private final LocalDate wanted;
    private final LocalDate stated;

    /** @param stated the day of notice that the question or a recorded notice states, or null */
    NoticeDaySlot(EndSlot.End end, LocalDate wanted, LocalDate stated) {
        this.end = end;
        this.wanted = wanted;
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

    /** Whether the end is one that another day of notice could have moved. */
    public boolean isByNotice() {
        return end.byNotice();
    }

    /** The day asked for counts as the day of notice. */
    public void notStated(String by) {
        warn(by, Finding.NOTICE_NOT_STATED, Reason.of("end.notice_not_stated", wanted));
    }
}
