package org.prorata.ledger;

import java.time.Instant;
import java.util.List;
import org.prorata.decision.explain.Json;

/**
 * What somebody did.
 *
 * @param action   as {@code run.opened}
 * @param subject  what it was done to: {@code run 7}
 * @param detail   more of it, as JSON
 * @param keyId    name of the key by which it is chained
 * @param previous hash of the entry before
 */
public record AuditEntry(
        long seq,
        Instant at,
        String actor,
        String action,
        String subject,
        String detail,
        String keyId,
        String previous,
        String hash) {

    /** Where the first entry hangs. */
    public static final String BEGINNING = "0".repeat(64);

    /** What its hash is to be under a key: of all else that it says, in a form that has one reading. */
    public String hashBy(AuditKey key) {
        return key.mac(Json.text(List.of(seq, at.toString(), actor, action, subject, detail, keyId, previous)));
    }

    public AuditHead head() {
        return new AuditHead(seq, hash);
    }
}
