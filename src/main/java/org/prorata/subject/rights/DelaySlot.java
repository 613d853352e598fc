package org.prorata.subject.rights;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import org.prorata.contract.Party;
import org.prorata.decision.Decision.RightStatus;
import org.prorata.decision.Reason;
import org.prorata.decision.TableRow;

/**
 * A right that runs from one day or time through another. The rules choose by where the day asked lies, and by what takes the
 * right away: an order before it, an acceptance, a cause of the end that bars it.
 */
public final class DelaySlot extends RightSlot {

    private final String code;
    private final Party party;
    private final Temporal from;
    private final Temporal until;
    private final LocalDate on;
    private final List<TableRow> rows;
    private LocalDate firstOrder;
    private LocalDate accepted;
    private TableRow barring;

    DelaySlot(String code, Party party, Temporal from, Temporal until, LocalDate on, List<TableRow> rows) {
        this.code = code;
        this.party = party;
        this.from = from;
        this.until = until;
        this.on = on;
        this.rows = rows;
    }

    /** The right is given only before the first order. */
    DelaySlot beforeOrder(LocalDate first) {
        this.firstOrder = first;
        return this;
    }

    /** The last day on which the other party accepted a change, null: never. */
    DelaySlot accepted(LocalDate last) {
        this.accepted = last;
        return this;
    }

    /** The row that bars the right for the cause of the end, null: none does. */
    DelaySlot barredBy(TableRow row) {
        this.barring = row;
        return this;
    }

    @Override
    public String about() {
        return "the right " + code + " of " + from;
    }

    /** The day for which the right is looked at. */
    public LocalDate getDayAsked() {
        return on;
    }

    /** The day on which the right begins: of a request, a publication or another event, or after the end. */
    public LocalDate getFirstDay() {
        return day(from);
    }

    /** The last day of the right. */
    public LocalDate getLastDay() {
        return day(until);
    }

    /** The day of the first order, where the right is given only before it; else null. */
    public LocalDate getFirstOrder() {
        return firstOrder;
    }

    /** The last day on which the other party accepted the change from which the right comes, or null. */
    public LocalDate getAccepted() {
        return accepted;
    }

    /** Whether the terms bar the right for the cause that ended the contract. */
    public boolean isBarredByCause() {
        return barring != null;
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

    /** Barred, wherever the day asked lies, as there was an order before. */
    public void orderedBefore(String by) {
        instead(by, RightStatus.BARRED, "right.delay.barred.ordered_before", rows);
    }

    /** Barred, wherever the day asked lies, by the cause that ended the contract. */
    public void barredByCause(String by) {
        List<TableRow> all = new ArrayList<>(rows);
        all.add(barring);
        instead(by, RightStatus.BARRED, "right.delay.barred.client_breach", all);
    }

    /** The right was given up before it was over. */
    public void givenUp(String by) {
        instead(by, RightStatus.NOT_OPEN, "right.delay.given_up", rows);
    }

    private void put(String by, RightStatus status, String key) {
        state(by, timed(code, party, status, from, until), Reason.of(key, from, until), rows);
    }

    private void instead(String by, RightStatus status, String key, List<TableRow> all) {
        proposeOver(
                by, timed(code, party, status, from, until), Reason.of(key, from, until), all.toArray(TableRow[]::new));
    }
}
