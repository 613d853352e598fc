package org.prorata.late;

import java.util.Locale;
import org.prorata.decision.Reason;
import org.prorata.decision.Slot;
import org.prorata.decision.TableRow;

/** Something that was looked at and brings no sum and no right, but that the reader should know of. */
public final class LateFindingSlot extends Slot<LateFindingSlot.Kind> {

    private final Kind kind;
    private final Reason reason;
    private final TableRow row;

    /** @param row the row that the finding rests on, or null */
    LateFindingSlot(Kind kind, Reason reason, TableRow row) {
        this.kind = kind;
        this.reason = reason;
        this.row = row;
    }

    /** What was found; but for the first, a warning of that code. */
    public enum Kind {
        NOTHING_LATE, CONSUMER_LATE_INTEREST_OUTSIDE_MODEL, PAYMENT_TERM_OVER_LEGAL_LIMIT, NOTICE_IN_WRONG_FORM,
        RECOVERY_FEE_IN_EUROS
    }

    @Override
    public String about() {
        return code();
    }

    public Kind getKind() {
        return kind;
    }

    String code() {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** The finding stands. */
    public void stands(String by) {
        if (row == null) {
            propose(by, kind, reason);
        } else {
            propose(by, kind, reason, row);
        }
    }
}
