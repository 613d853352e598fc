package org.prorata.subject.exit;

import java.time.LocalDate;
import org.prorata.decision.Proposal;
import org.prorata.decision.Reason;
import org.prorata.decision.Slot;
import org.prorata.decision.TableRow;
import org.prorata.subject.terms.EndSlot;

/** Which day ends the contract: the one that a notice reaches, the one on which it runs out, or the end of an earlier notice. */
public final class LastDaySlot extends Slot<LastDaySlot.Last> {

    private final EndSlot notice;
    private final Proposal<EndSlot.End> reached;
    private final LocalDate runsOut;
    private final EndSlot earlier;
    private final LocalDate endedBefore;
    private final TableRow term;

    /**
     * @param reached     what the rules say that the notice reaches
     * @param runsOut     the last day of a contract that does not renew, or null
     * @param earlier     the notice given before that reached the earliest end, or null
     * @param endedBefore that end, or null
     * @param term        the row that says how long the contract runs
     */
    LastDaySlot(
            EndSlot notice,
            Proposal<EndSlot.End> reached,
            LocalDate runsOut,
            EndSlot earlier,
            LocalDate endedBefore,
            TableRow term) {
        this.notice = notice;
        this.reached = reached;
        this.runsOut = runsOut;
        this.earlier = earlier;
        this.endedBefore = endedBefore;
        this.term = term;
    }

    /**
     * @param day     the last covered day
     * @param closing the row that a contract which is over by then ended by
     * @param other   whether another day than that of the notice ends the contract
     */
    public record Last(LocalDate day, TableRow closing, boolean other) {}

    @Override
    public String about() {
        return "the last covered day";
    }

    EndSlot notice() {
        return notice;
    }

    /** The notice given before that reached the earliest end, or null. */
    EndSlot earlier() {
        return earlier;
    }

    /** The end that the notice reaches. */
    public LocalDate getReached() {
        return reached.value().last();
    }

    /** The day on which the contract runs out by itself, or null. */
    public LocalDate getRunsOut() {
        return runsOut;
    }

    /** The earliest end that a notice given before reached, or null. */
    public LocalDate getEndedBefore() {
        return endedBefore;
    }

    /** The end that the notice reaches stands. */
    public void asReached(String by) {
        propose(
                by,
                new Last(getReached(), term, false),
                reached.reason(),
                notice.rule().row());
    }

    /** The end that the notice reaches comes before that of an earlier notice. */
    public void beforeEarlier(String by) {
        propose(
                by,
                new Last(getReached(), earlier.rule().row(), false),
                reached.reason(),
                notice.rule().row());
    }

    /** The contract runs out before. */
    public void runsOut(String by) {
        propose(by, new Last(runsOut, term, true), Reason.of("end.ran_out", runsOut), term);
    }

    /** An earlier notice ends the contract. */
    public void endedBefore(String by) {
        propose(
                by,
                new Last(endedBefore, earlier.rule().row(), true),
                Reason.of("end.ended_before", endedBefore),
                earlier.rule().row());
    }
}
