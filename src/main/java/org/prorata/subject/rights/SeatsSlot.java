package org.prorata.subject.rights;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.prorata.contract.Party;
import org.prorata.decision.Decision.RightStatus;
import org.prorata.decision.Reason;
import org.prorata.decision.TableRow;

/** Users that want in against the number ordered. */
public final class SeatsSlot extends RightSlot {

    static final String CODE = "seats";

    private final int users;
    private final BigDecimal ordered;
    private final List<TableRow> rows;

    /** @param ordered quantity of the subscription items in force */
    SeatsSlot(int users, BigDecimal ordered, List<TableRow> rows) {
        this.users = users;
        this.ordered = ordered;
        this.rows = rows;
    }

    @Override
    public String about() {
        return "the seats of the users";
    }

    /** How many users want in. */
    public BigDecimal getUsers() {
        return BigDecimal.valueOf(users);
    }

    /** How many are ordered: the quantity of the subscription items in force. */
    public BigDecimal getOrdered() {
        return ordered;
    }

    public void within(String by) {
        state(
                by,
                timed(CODE, Party.CLIENT, RightStatus.OPEN, null, null),
                Reason.of("right.seats.within", users, ordered),
                rows);
    }

    /** The users over the number are blocked until a new order. */
    public void blocked(String by) {
        int seats = ordered.setScale(0, RoundingMode.DOWN).intValueExact();
        state(
                by,
                new State(CODE, Party.CLIENT, RightStatus.NOT_OPEN, null, null, null, users - seats, null),
                Reason.of("right.seats.over", users, ordered, users - seats),
                rows);
    }
}
