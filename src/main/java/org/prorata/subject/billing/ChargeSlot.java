package org.prorata.subject.billing;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.prorata.contract.ChargeReason;
import org.prorata.contract.Item;
import org.prorata.decision.Reason;
import org.prorata.decision.Slot;
import org.prorata.decision.TableRow;
import org.prorata.values.Period;

/**
 * A line that falls due: an item, the days it is for and the day on which it is invoiced. The rules choose how its
 * amount is worked out.
 */
public abstract class ChargeSlot extends Slot<ChargeSlot.Line> {

    private final Item item;
    private final Period nominal;
    private final Period covered;
    private final LocalDate on;
    private final ChargeReason reason;
    private final int digits;

    ChargeSlot(Item item, Period nominal, Period covered, LocalDate on, ChargeReason reason, int digits) {
        this.item = item;
        this.nominal = nominal;
        this.covered = covered;
        this.on = on;
        this.reason = reason;
        this.digits = digits;
    }

    /** What a line comes to: the quantity charged, null where none applies, and the amount, rounded. */
    public record Line(BigDecimal quantity, BigDecimal amount) {

        /** Nothing is charged or given back, and the bill has no such line. */
        static final Line NONE = new Line(null, BigDecimal.ZERO);

        /** Whether there is no line. */
        public boolean none() {
            return this == NONE;
        }
    }

    @Override
    public String about() {
        return "the " + reason.name().toLowerCase(java.util.Locale.ROOT) + " line of " + item.id() + " for " + covered;
    }

    public final Item item() {
        return item;
    }

    /** The whole billing period that the line belongs to. */
    public final Period nominal() {
        return nominal;
    }

    /** The days that the line is for. */
    public final Period covered() {
        return covered;
    }

    /** The invoicing day. */
    public final LocalDate on() {
        return on;
    }

    public final ChargeReason reason() {
        return reason;
    }

    final int digits() {
        return digits;
    }

    /** Proposes a line; the amount is the first figure of its reason, then the others follow. */
    final void line(String by, BigDecimal quantity, BigDecimal amount, TableRow row, String key, Object... figures) {
        Object[] all = new Object[figures.length + 1];
        all[0] = amount;
        System.arraycopy(figures, 0, all, 1, figures.length);
        line(by, quantity, amount, row, Reason.of(key, all));
    }

    /** The same with a reason whose first figure is the amount. */
    final void line(String by, BigDecimal quantity, BigDecimal amount, TableRow row, Reason why) {
        if (row == null) {
            propose(by, new Line(quantity, amount), why);
        } else {
            propose(by, new Line(quantity, amount), why, row);
        }
    }
}
