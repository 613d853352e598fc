package org.prorata.subject.late;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.prorata.decision.TableRow;
import org.prorata.decision.policy.Row;
import org.prorata.decision.policy.TableId;

/**
 * The fixed sum for recovery costs in euros, zero where none is due, as a row says.
 *
 * @param provedCosts whether costs that were proved are due where they are more
 * @param payableDays days after the payment of the principal in which it is to be paid, or null
 * @param since       first day on which the row holds, or null: always
 */
public record FeeRule(BigDecimal amount, boolean provedCosts, Integer payableDays, LocalDate since, TableRow row) {

    static final TableId TABLE =
            TableId.of("late-payment", "recovery-fee", "country", "professional", "public_buyer", "insolvent");

    static FeeRule of(Row row) {
        return new FeeRule(
                row.decimal("amount"),
                row.text("proved_costs") != null,
                row.integer("payable_days"),
                row.date("valid_from"),
                row.ref());
    }

    /** Whether the row holds on a day. */
    boolean heldOn(LocalDate day) {
        return since == null || !day.isBefore(since);
    }

    /** Whether the row grants a sum at all; one of zero says that none is due. */
    boolean granted() {
        return amount.signum() > 0;
    }
}
