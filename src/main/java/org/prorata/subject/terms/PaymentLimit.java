package org.prorata.subject.terms;

import java.time.LocalDate;
import org.prorata.contract.PaymentRule;
import org.prorata.decision.TableRow;
import org.prorata.decision.policy.Row;
import org.prorata.decision.policy.TableId;

/** The longest term of payment that a law allows; {@code endOfMonthDays} null where it knows no end of month. */
public record PaymentLimit(int netDays, Integer endOfMonthDays, TableRow row) {

    static final TableId TABLE =
            TableId.of("contract-terms", "payment-limit", "country", "professional", "public_buyer", "periodic");

    static PaymentLimit of(Row row) {
        return new PaymentLimit(row.integer("net_days"), row.integer("end_of_month_days"), row.ref());
    }

    /**
     * The last lawful due day. A day within the plain limit is lawful whatever the contract counts by, so that an end of
     * month can only put it off.
     */
    public LocalDate latest(LocalDate issued, PaymentRule rule) {
        LocalDate net = issued.plusDays(netDays);
        if (rule == PaymentRule.NET || endOfMonthDays == null) {
            return net;
        }
        LocalDate endOfMonth = PaymentTerm.due(issued, endOfMonthDays, rule);
        return endOfMonth.isAfter(net) ? endOfMonth : net;
    }
}
