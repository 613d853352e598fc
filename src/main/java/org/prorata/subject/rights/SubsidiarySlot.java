package org.prorata.subject.rights;

import java.math.BigDecimal;
import java.util.List;
import org.prorata.contract.Party;
import org.prorata.decision.Decision.RightStatus;
import org.prorata.decision.Reason;
import org.prorata.decision.TableRow;
import org.prorata.decision.policy.Row;
import org.prorata.decision.policy.TableId;

/** Whether a subsidiary of the client may use the service, by the share that the client holds. */
public final class SubsidiarySlot extends RightSlot {

    /** More than what share of a subsidiary the client must hold. */
    record Share(BigDecimal moreThanPct, TableRow row) {

        static final TableId TABLE = TableId.of("rights", "subsidiaries", "terms");

        static Share of(Row row) {
            return new Share(row.decimal("more_than_pct"), row.ref());
        }
    }

    private final BigDecimal held;
    private final Share rule;

    SubsidiarySlot(BigDecimal held, Share rule) {
        this.held = held;
        this.rule = rule;
    }

    @Override
    public String about() {
        return "the eligibility of a subsidiary";
    }

    /** The share that the client holds, in per cent. */
    public BigDecimal getSharePct() {
        return held;
    }

    /** The share that does not suffice yet, in per cent. */
    public BigDecimal getSharePctToExceed() {
        return rule.moreThanPct();
    }

    public void eligible(String by) {
        put(by, RightStatus.OPEN, "right.subsidiary.open");
    }

    public void notEligible(String by) {
        put(by, RightStatus.NOT_OPEN, "right.subsidiary.not_open");
    }

    private void put(String by, RightStatus status, String key) {
        state(
                by,
                timed("eligibility", Party.CLIENT, status, null, null),
                Reason.of(key, held, rule.moreThanPct()),
                List.of(rule.row()));
    }
}
