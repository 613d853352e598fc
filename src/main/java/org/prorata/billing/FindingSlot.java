package org.prorata.billing;

import java.util.List;
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

    FindingSlot(Kind kind, Reason reason, TableRow row) {
        this.kind = kind;
        this.reason = reason;
        this.row = row;
    }

    /** What was found. */
    public enum Kind {
        NOTHING_FALLS_DUE, NOTHING_AFTER_END, NOTICE_IN_WRONG_FORM, USE_OUTSIDE_CONTRACT, CAUSE_NOT_GRANTED,
        CREDIT_WITHOUT_CHARGE
    }

    @Override
    public String about() {
        return kind.name().toLowerCase(java.util.Locale.ROOT);
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
