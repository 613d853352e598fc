package org.prorata.architecture.planted.subject.late;

import java.math.BigDecimal;
import org.prorata.architecture.planted.store.runs.Kept;

/** Knows storage, and what a reminder costs. */
public final class Reminder {

    Kept kept;
    int months = 12;
    BigDecimal fee = new BigDecimal("40");
}
