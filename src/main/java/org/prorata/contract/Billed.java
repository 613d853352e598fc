package org.prorata.contract;

import java.math.BigDecimal;
import java.time.LocalDate;

/** A line that was invoiced already. The amount is positive; the reason says whether it was charged or credited. */
public record Billed(String item, LocalDate from, LocalDate to, BigDecimal amount, ChargeReason reason, LocalDate on) {
}
