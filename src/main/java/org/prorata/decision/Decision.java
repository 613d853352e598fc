package org.prorata.decision;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.prorata.contract.ChargeReason;
import org.prorata.contract.Party;

/**
 * Something the rules concluded. Amounts are positive, rounded to the currency's digits; a credit lowers the bill. Only
 * totals and taxes of a credit note are negative.
 */
public sealed interface Decision {

    Because because();

    /** A line that is charged; {@code quantity} null where none applies. */
    record Charge(String item, LocalDate from, LocalDate to, BigDecimal quantity, BigDecimal amount, LocalDate on,
                  ChargeReason reason, boolean catchUp, Because because) implements Decision {
    }

    /** A line that is credited. */
    record Credit(String item, LocalDate from, LocalDate to, BigDecimal amount, LocalDate on, ChargeReason reason,
                  Because because) implements Decision {
    }

    /** Tax of one invoicing day in one category at one rate (UNCL 5305: S, AE, O …). */
    record Tax(LocalDate on, String category, BigDecimal ratePct, BigDecimal base, BigDecimal amount, Because because)
            implements Decision {
    }

    /** Sum of one invoicing day: one invoice, or a credit note when net is below zero. */
    record InvoiceTotal(LocalDate on, BigDecimal net, BigDecimal tax, BigDecimal gross, Because because)
            implements Decision {
    }

    /** Interest on one invoice up to the day asked; {@code toClaim} is what debit notes have not claimed yet. */
    record LateInterest(String invoice, int days, BigDecimal amount, BigDecimal toClaim, List<Segment> segments,
                        Because because) implements Decision {
        public LateInterest {
            segments = List.copyOf(segments);
        }
    }

    /** Days at one rate on one unpaid sum, tax included. */
    record Segment(LocalDate from, LocalDate to, int days, BigDecimal ratePct, BigDecimal base) {
    }

    /** The fixed sum for recovery costs, once per late invoice. */
    record RecoveryFee(String invoice, BigDecimal amount, BigDecimal toClaim, Because because) implements Decision {
    }

    /** From that day access may be suspended. */
    record SuspensionRight(LocalDate from, Because because) implements Decision {
    }

    /** From that day the party may terminate. */
    record TerminationRight(Party party, LocalDate from, Because because) implements Decision {
    }

    /** A clause was looked at and nothing follows; {@code about} names the decision that did not arise. */
    record NothingDue(String about, String item, String invoice, Because because) implements Decision {
    }

    /** A day by which something has to be done. */
    record Deadline(String code, LocalDate on, Because because) implements Decision {
    }

    /** Something the reader should know; the sentence is the last reason. */
    record Warning(String code, Because because) implements Decision {
    }
}
