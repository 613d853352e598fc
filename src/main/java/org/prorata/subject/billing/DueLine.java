package org.prorata.subject.billing;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.prorata.contract.ChargeReason;
import org.prorata.decision.Because;

/** A line that the facts known now make due: its slot, what it comes to and why. */
record DueLine(ChargeSlot slot, ChargeSlot.Line line, Because because) {

    String item() {
        return slot.item().id();
    }

    LocalDate on() {
        return slot.on();
    }

    ChargeReason reason() {
        return slot.reason();
    }

    /** The amount, negative for a credit. */
    BigDecimal signed() {
        return slot.reason().credit() ? line.amount().negate() : line.amount();
    }
}
