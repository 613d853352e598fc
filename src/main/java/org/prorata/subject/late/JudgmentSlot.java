package org.prorata.subject.late;

import java.time.LocalDate;
import org.prorata.decision.Reason;
import org.prorata.decision.Settlement;
import org.prorata.decision.Slot;
import org.prorata.decision.TableRow;

/** Whether an invoice is a claim from before the judgment that opened insolvency proceedings against the client. */
public final class JudgmentSlot extends Slot<Boolean> {

    private final Arrears arrears;
    private final LocalDate judgment;
    private final LocalDate on;
    private final TableRow row;

    JudgmentSlot(Arrears arrears, LocalDate judgment, LocalDate on, TableRow row) {
        this.arrears = arrears;
        this.judgment = judgment;
        this.on = on;
        this.row = row;
    }

    @Override
    public String about() {
        return "whether the invoice " + arrears.invoice() + " is from before the judgment";
    }

    /** The first day of the performance. */
    public LocalDate getPerformed() {
        return arrears.debt().invoice().performed();
    }

    /** The day of the judgment. */
    public LocalDate getJudgment() {
        return judgment;
    }

    /** The day of the computation. */
    public LocalDate getDayAsked() {
        return on;
    }

    /** A claim from before the judgment. */
    public void before(String by) {
        propose(by, true, Reason.of("late.judgment.before", arrears.invoice(), getPerformed(), judgment), row);
    }

    /** None. */
    public void after(String by) {
        propose(by, false, Reason.of("late.judgment.after", arrears.invoice(), getPerformed(), judgment), row);
    }

    void settle() {
        if (Settlement.one(this).stands().value()) {
            arrears.before(new Arrears.Judgment(judgment, row));
        }
    }
}
