package org.prorata.subject.rights;

import java.math.BigDecimal;
import java.time.temporal.Temporal;
import java.util.List;
import org.prorata.contract.Party;
import org.prorata.decision.Decision.RightStatus;
import org.prorata.decision.Reason;
import org.prorata.decision.Slot;
import org.prorata.decision.TableRow;

/** One right or duty and its state on the day asked. */
public abstract class RightSlot extends Slot<RightSlot.State> {

    /**
     * The state that a rule found; a field that does not apply is null.
     *
     * @param status null: no right follows
     */
    public record State(
            String code,
            Party party,
            RightStatus status,
            Temporal from,
            Temporal until,
            BigDecimal amount,
            Integer blocked,
            String category) {}

    /** The right stands as it is; the rows are those it rests on, the decisive one first. */
    protected final void state(String by, State state, Reason reason, List<TableRow> rows) {
        propose(by, state, reason, rows.toArray(TableRow[]::new));
    }

    /** A right of which nothing but its time is to say. */
    protected static State timed(String code, Party party, RightStatus status, Temporal from, Temporal until) {
        return new State(code, party, status, from, until, null, null, null);
    }

    /** No right follows. */
    protected static State none(String code) {
        return new State(code, null, null, null, null, null, null, null);
    }
}
