package org.prorata.app;

import java.time.OffsetDateTime;
import org.prorata.store.people.Tokens;

/**
 * A token as it is kept.
 *
 * @param user     whose it is
 * @param label    what it is for
 * @param expired  whether its time is over
 * @param revoked  when it was ended before its time, or null
 * @param lastUsed to the minute, or null
 */
public record KnownToken(
        long id,
        String user,
        String label,
        OffsetDateTime expires,
        boolean expired,
        OffsetDateTime revoked,
        OffsetDateTime lastUsed) {

    static KnownToken of(Tokens.Entry entry) {
        return new KnownToken(
                entry.id(),
                entry.name(),
                entry.label(),
                entry.expires(),
                entry.expired(),
                entry.revoked(),
                entry.lastUsed());
    }
}
