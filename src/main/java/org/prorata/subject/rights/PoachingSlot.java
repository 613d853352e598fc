package org.prorata.subject.rights;

import java.time.LocalDate;
import java.util.List;
import org.prorata.contract.Event.Hire;
import org.prorata.contract.Party;
import org.prorata.decision.Decision.RightStatus;
import org.prorata.decision.Reason;
import org.prorata.decision.TableRow;

/** The other party's staff was hired: whether an indemnity is owed for it. */
public final class PoachingSlot extends RightSlot {

    static final String CODE = "poaching_indemnity";

    private final Hire hire;
    private final LocalDate start;
    private final LocalDate lastProtectedDay;
    private final TableRow row;

    /** @param lastProtectedDay last day on which hiring costs an indemnity, or null: the contract runs on */
    PoachingSlot(Hire hire, LocalDate start, LocalDate lastProtectedDay, TableRow row) {
        this.hire = hire;
        this.start = start;
        this.lastProtectedDay = lastProtectedDay;
        this.row = row;
    }

    @Override
    public String about() {
        return "the hiring of " + hire.on();
    }

    /** The day of the hiring. */
    public LocalDate getHired() {
        return hire.on();
    }

    /** The first day of the contract. */
    public LocalDate getContractStart() {
        return start;
    }

    /** The last day on which hiring costs an indemnity, or null: the contract runs on. */
    public LocalDate getLastProtectedDay() {
        return lastProtectedDay;
    }

    private Party owed() {
        return hire.party() == Party.CLIENT ? Party.PROVIDER : Party.CLIENT;
    }

    public void indemnity(String by) {
        state(
                by,
                new State(
                        CODE,
                        owed(),
                        RightStatus.OPEN,
                        hire.on(),
                        lastProtectedDay,
                        hire.grossLast12Months(),
                        null,
                        null),
                Reason.of("right.poaching.owed", hire.on(), hire.party(), hire.grossLast12Months()),
                List.of(row));
    }

    public void free(String by) {
        state(
                by,
                timed(CODE, owed(), RightStatus.NOT_OPEN, null, lastProtectedDay),
                Reason.of("right.poaching.free", hire.on(), hire.party()),
                List.of(row));
    }
}
