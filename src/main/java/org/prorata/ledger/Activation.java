package org.prorata.ledger;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A rule book put in force.
 *
 * @param from     null: from the beginning
 * @param proposal null where an older book came back, or nobody proposed the first one
 * @param backTo   the activation whose book came back, or null
 * @param follows  the activation before it; null for the first
 */
public record Activation(
        long id,
        String book,
        @Nullable LocalDate from,
        @Nullable Long proposal,
        @Nullable Long backTo,
        @Nullable Long follows,
        String by,
        String reason,
        OffsetDateTime at) {

    /** {@code from 2026-11-01 on}, or {@code from the beginning}. */
    public String since() {
        return from == null ? "from the beginning" : "from " + from + " on";
    }
}
