package org.prorata.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A line as runs are compared.
 *
 * @param item     what is charged; of a tax its category and rate, of a claim the late invoice
 * @param quantity null where none is charged
 * @param amount   below zero for a credit
 */
public record ComparedLine(
        String contract,
        LocalDate on,
        String item,
        String reason,
        LocalDate from,
        LocalDate to,
        @Nullable BigDecimal quantity,
        BigDecimal amount) {}
