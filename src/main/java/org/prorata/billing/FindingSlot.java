package org.prorata.billing;

import java.util.List;
import org.prorata.calendar.Period;
import org.prorata.contract.Item;
import org.prorata.decision.Reason;
import org.prorata.decision.Slot;
import org.prorata.decision.TableRow;

/**
 * Something that was looked at and brings no line: a clause that finds nothing due, or a fact that counts for nothing and
 * that the reader should know of.
 */
public final class FindingSlot extends Slot<FindingSlot.Kind> {

    private final Kind kind;
    private final Reason reason;
    private final TableRow row;
    private final Item item;

    FindingSlot(Kind kind, Reason reason, TableRow row) {
        this(kind, reason, row, null);
    }

    private FindingSlot(Kind kind, Reason reason, TableRow row, Item item) {
        this.kind = kind;
        this.reason = reason;
        this.row = row;
        this.item = item;
    }

    /** Days of an item that stay invoiced, though the contract ended or changed before them. */
    static FindingSlot nothingGivenBack(Item item, Period days, TableRow row) {
        return new FindingSlot(Kind.NOTHING_GIVEN_BACK,
                Reason.of("finding.nothing_given_back", item.id(), days.from(), days.to()), row, item);
    }

    /** What was found. */
    public enum Kind {
        NOTHING_FALLS_DUE, NOTHING_AFTER_END, NOTHING_GIVEN_BACK, NOTICE_IN_WRONG_FORM, USE_OUTSIDE_CONTRACT, CAUSE_NOT_GRANTED,
        CREDIT_WITHOUT_CHARGE
    }

    @Override
    public String about() {
        return kind.name().toLowerCase(java.util.Locale.ROOT);
    }

    /** The id of the item that the finding is about, or null. */
    String itemId() {
        return item == null ? null : item.id();
    }

    public Kind getKind() {
        return kind;
    }

    /** The finding stands. */
    public void stands(String by) {
        List<TableRow> rows = row == null ? List.of() : List.of(row);
        propose(by, kind, reason, rows.toArray(TableRow[]::new));
    }
}
