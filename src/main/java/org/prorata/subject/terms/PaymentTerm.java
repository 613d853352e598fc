package org.prorata.subject.terms;

import java.time.LocalDate;
import java.time.YearMonth;
import org.prorata.contract.PaymentRule;
import org.prorata.decision.TableRow;
import org.prorata.decision.policy.Row;
import org.prorata.decision.policy.TableId;
import org.prorata.decision.policy.choice.CountedFrom;

/** The days that a client has to pay; {@code row} null when the contract itself states them. */
public record PaymentTerm(int days, CountedFrom countedFrom, TableRow row) {

    static final TableId TABLE = TableId.of("contract-terms", "payment", "terms");

    static PaymentTerm of(Row row) {
        CountedFrom from = row.choice("counted_from", CountedFrom.class);
        return new PaymentTerm(row.integer("days"), from == null ? CountedFrom.INVOICE : from, row.ref());
    }

    /** The day on which an invoice falls due that many days after a day, mostly its issue, counted as the rule says. */
    public static LocalDate due(LocalDate issued, int days, PaymentRule rule) {
        return switch (rule) {
            case NET -> issued.plusDays(days);
            case EOM_A -> YearMonth.from(issued.plusDays(days)).atEndOfMonth();
            case EOM_B -> YearMonth.from(issued).atEndOfMonth().plusDays(days);
        };
    }
}
