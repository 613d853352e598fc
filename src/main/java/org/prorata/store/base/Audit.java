package org.prorata.store.base;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.prorata.access.IdentityRefused;
import org.prorata.decision.explain.Json;
import org.prorata.ledger.AuditEntry;
import org.prorata.ledger.AuditHead;
import org.prorata.ledger.AuditKey;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The audit log: entries that are only ever added, one after the other, each chained to the one before. A database on which
 * nobody acts, as that of a benchmark, keeps none.
 */
public final class Audit {

    private static final long LOCK = 0x50524f5241544105L;

    private final Session session;
    private final @Nullable AuditKeys keys;

    public Audit(Session session, @Nullable AuditKeys keys) {
        this.session = session;
        this.keys = keys;
    }

    /**
     * Adds an entry, in the transaction of the thread if there is one: then it stands if and only if what it tells of does.
     * It comes last in that transaction, as all others wait for its end.
     *
     * @param action as {@code tables.proposed}
     * @param detail names and values as {@link Json} writes them; never a secret
     * @return the head of the log with it, or null when none is kept
     * @throws IdentityRefused when the log is kept by a key that is not here
     */
    public @Nullable AuditHead append(String actor, String action, String subject, Map<String, ?> detail) {
        if (keys == null) {
            return null;
        }
        return session.tx().execute(status -> next(session.client(), actor, action, subject, detail));
    }

    /** The same by whoever acts. */
    public @Nullable AuditHead append(String action, String subject, Map<String, ?> detail) {
        return append(session.caller().name(), action, subject, detail);
    }

    /** The same on a connection that is in a transaction of its own. */
    public @Nullable AuditHead append(
            JdbcClient client, String actor, String action, String subject, Map<String, ?> detail) {
        if (keys == null) {
            return null;
        }
        return next(client, actor, action, subject, detail);
    }

    private AuditHead next(JdbcClient client, String actor, String action, String subject, Map<String, ?> detail) {
        client.sql("select pg_advisory_xact_lock(?)").param(LOCK).query(row -> {});
        Optional<AuditEntry> last = last(client);
        return append(client, last, key(last), actor, action, subject, detail);
    }

    /**
     * Goes on with the log by a new key, as when the old one is lost; what is by the old one can be checked only with that.
     *
     * @return the head with the entry that tells of it
     */
    public AuditHead newKey() {
        return session.tx().execute(status -> {
            session.client().sql("select pg_advisory_xact_lock(?)").param(LOCK).query(row -> {});
            Optional<AuditEntry> last = last(session.client());
            AuditKey key = kept().make();
            return append(
                    session.client(), last, key, session.caller().name(), "audit.new_key", "key " + key.id(), Map.of());
        });
    }

    private static AuditHead append(
            JdbcClient client,
            Optional<AuditEntry> last,
            AuditKey key,
            String actor,
            String action,
            String subject,
            Map<String, ?> detail) {
        AuditEntry bare = new AuditEntry(
                last.map(AuditEntry::seq).orElse(0L) + 1,
                client.sql("select clock_timestamp()")
                        .query(OffsetDateTime.class)
                        .single()
                        .toInstant(),
                actor,
                action,
                subject,
                Json.text(new TreeMap<>(detail)),
                key.id(),
                last.map(AuditEntry::hash).orElse(AuditEntry.BEGINNING),
                "");
        AuditEntry entry = new AuditEntry(
                bare.seq(),
                bare.at(),
                actor,
                action,
                subject,
                bare.detail(),
                key.id(),
                bare.previous(),
                bare.hashBy(key));
        client.sql("""
                insert into audit_entry (seq, at, actor, action, subject, detail, key_id, previous, hash)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(entry.seq())
                .param(entry.at().atOffset(java.time.ZoneOffset.UTC))
                .param(actor)
                .param(action)
                .param(subject)
                .param(entry.detail())
                .param(entry.keyId())
                .param(entry.previous())
                .param(entry.hash())
                .update();
        return entry.head();
    }

    private AuditKeys kept() {
        return Objects.requireNonNull(keys, "no audit log is kept here");
    }

    /** A log that has begun is gone on with by a key of its own only: else whoever lost it would not notice. */
    private AuditKey key(Optional<AuditEntry> last) {
        missing(last).ifPresent(refused -> {
            throw refused;
        });
        return kept().current().orElseGet(kept()::make);
    }

    /** Why nothing can be added to the log, if so: the key by which it is kept is not here. */
    public Optional<IdentityRefused> missingKey() {
        return missing(last(session.client()));
    }

    private Optional<IdentityRefused> missing(Optional<AuditEntry> last) {
        return last.map(AuditEntry::keyId)
                .filter(needed -> kept().find(needed).isEmpty())
                .map(needed -> new IdentityRefused("audit.key_missing", needed, kept().place()));
    }

    /** The end of the log, if it has begun. */
    public Optional<AuditHead> head() {
        return last(session.client()).map(AuditEntry::head);
    }

    /** Hands out the entries from a number on, the first one first. */
    public void read(long from, Consumer<AuditEntry> each) {
        session.tx()
                .executeWithoutResult(status -> session.client()
                        .sql("select * from audit_entry where seq >= ? order by seq")
                        .withFetchSize(1_000)
                        .param(from)
                        .query(row -> {
                            each.accept(entry(row, 0));
                        }));
    }

    private static Optional<AuditEntry> last(JdbcClient client) {
        return client.sql("select * from audit_entry order by seq desc limit 1")
                .query(Audit::entry)
                .optional();
    }

    private static AuditEntry entry(ResultSet row, int number) throws SQLException {
        return new AuditEntry(
                row.getLong("seq"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getString("action"),
                row.getString("subject"),
                row.getString("detail"),
                row.getString("key_id"),
                row.getString("previous"),
                row.getString("hash"));
    }
}
