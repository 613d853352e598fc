package org.prorata.subject.billing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.prorata.decision.Because;
import org.prorata.values.Period;

/**
 * What is owed to the client for the service level of one period, to be given on an invoice.
 *
 * @param on     the day on which it falls due
 * @param amount excluding tax
 * @param cost   what the credit is worked out from, by item
 */
public record OwedCredit(
        Period period, LocalDate on, BigDecimal amount, Map<String, BigDecimal> cost, Because because) {}
