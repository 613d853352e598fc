package org.prorata.course;

import org.prorata.decision.Because;
import org.prorata.decision.Becauses;
import org.prorata.decision.Decision;
import org.prorata.decision.Reason;
import org.prorata.decision.Settlement;
import org.prorata.decision.Slot;
import org.prorata.decision.TableRow;

/** Something the reader should know, or a clause that finds nothing due; the rules name the clause by the code. */
public final class RemarkSlot extends Slot<String> {

    private final boolean nothingDue;
    private final String code;
    private final Reason reason;
    private final TableRow[] rows;

    private RemarkSlot(boolean nothingDue, String code, Reason reason, TableRow... rows) {
        this.nothingDue = nothingDue;
        this.code = code;
        this.reason = reason;
        this.rows = rows;
    }

    public static RemarkSlot warning(String code, Reason reason, TableRow... rows) {
        return new RemarkSlot(false, code, reason, rows);
    }

    /** The decision {@code about} was looked for and does not arise. */
    public static RemarkSlot nothing(String about, Reason reason, TableRow... rows) {
        return new RemarkSlot(true, about, reason, rows);
    }

    @Override
    public String about() {
        return "the remark " + code;
    }

    public String getCode() {
        return code;
    }

    /** Whether no table row says anything on the matter. */
    public boolean isSilent() {
        return rows.length == 0;
    }

    public boolean isNothingDue() {
        return nothingDue;
    }

    /** The remark stands. */
    public void stands(String by) {
        propose(by, code, reason, rows);
    }

    /** The decision, once the rules have proposed. */
    public Decision decision() {
        Because because = Becauses.of(Settlement.one(this));
        return nothingDue ? new Decision.NothingDue(code, null, null, because) : new Decision.Warning(code, because);
    }
}
