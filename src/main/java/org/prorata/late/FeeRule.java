package org.prorata.late;

import java.math.BigDecimal;
import org.prorata.decision.TableRow;
import org.prorata.policy.Row;
import org.prorata.policy.TableId;

/** The fixed sum for recovery costs in euros, zero where none is due, as a row says. */
public record FeeRule(BigDecimal amount, TableRow row) {

    static final TableId TABLE = TableId.of("late-payment", "recovery-fee", "country", "professional", "insolvent");

    static FeeRule of(Row row) {
        return new FeeRule(row.decimal("amount"), row.ref());
    }

    /** Whether the row grants a sum at all; one of zero says that none is due. */
    boolean granted() {
        return amount.signum() > 0;
    }
}
