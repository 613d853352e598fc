package org.prorata.ledger;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A rule book that somebody proposes.
 *
 * @param base   the book on which it was made
 * @param answer what a second person said, or null
 * @param moved  what the last look at the portfolio said that it moves in one currency, or null
 */
public record BookProposal(
        long id,
        String book,
        String base,
        String author,
        String reason,
        OffsetDateTime at,
        @Nullable Answer answer,
        @Nullable BigDecimal moved) {

    /** What a second person said. */
    public record Answer(boolean approved, String by, String reason, OffsetDateTime at) {}

    /** {@code open}, {@code approved} or {@code rejected}. */
    public String state() {
        return answer == null ? "open" : answer.approved() ? "approved" : "rejected";
    }
}
