package org.prorata.rights;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.Temporal;
import java.util.List;
import org.prorata.contract.Party;
import org.prorata.decision.Decision.RightStatus;
import org.prorata.decision.Reason;
import org.prorata.decision.TableRow;
import org.prorata.terms.Setting;

/** A right that runs from one day or time through another. The rules choose by where the day asked lies. */
public final class DelaySlot extends RightSlot {

    private final String code;
    private final Party party;
    private final Temporal from;
    private final Temporal until;
    private final LocalDate on;
    private final Bar bar;
    private final List<TableRow> rows;

    /** Why a right that would run does not: nothing, an order before it, an acceptance, a breach of the client. */
    public enum Bar { NONE, ORDERED_BEFORE, ACCEPTED, CLIENT_BREACH }

    DelaySlot(String code, Party party, Temporal from, Temporal until, LocalDate on, Bar bar, List<TableRow> rows) {
        this.code = code;
        this.party = party;
        this.from = from;
        this.until = until;
        this.on = on;
        this.bar = bar;
        this.rows = rows;
    }

    @Override
    public String about() {
        return "the right " + code + " of " + from;
    }

    public String getBar() {
        return Setting.key(bar);
    }

    public boolean isAhead() {
        return on.isBefore(day(from));
    }

    public boolean isOver() {
        return on.isAfter(day(until));
    }

    private static LocalDate day(Temporal time) {
        return time instanceof LocalDateTime moment ? moment.toLocalDate() : (LocalDate) time;
    }

    public void ahead(String by) {
        put(by, RightStatus.NOT_OPEN, "right.delay.ahead");
    }

    public void running(String by) {
        put(by, RightStatus.OPEN, "right.delay.running");
    }

    public void over(String by) {
        put(by, RightStatus.NOT_OPEN, "right.delay.over");
    }

    public void barred(String by) {
        put(by, RightStatus.BARRED, "right.delay.barred." + getBar());
    }

    /** The right was given up before it was over. */
    public void givenUp(String by) {
        put(by, RightStatus.NOT_OPEN, "right.delay.given_up");
    }

    private void put(String by, RightStatus status, String key) {
        state(by, timed(code, party, status, from, until), Reason.of(key, from, until), rows);
    }
}
