package org.prorata.store.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.prorata.access.Identity;
import org.prorata.access.IdentityRefused;
import org.prorata.contract.naming.Visible;
import org.prorata.store.base.Session;

/** Tokens by which commands prove who acts: told once, kept as their hash, valid for a time, revocable. */
public final class Tokens {

    private static final int BYTES = 32;
    private static final String SIGN = "prt_";
    private static final Pattern WRITTEN = Pattern.compile(SIGN + "[A-Za-z0-9_-]{43}");
    private static final int MOST_DAYS = 366;
    private static final int LONGEST_LABEL = 100;

    private final Session session;

    public Tokens(Session session) {
        this.session = session;
    }

    /** A token as it is kept. */
    public record Entry(
            long id,
            String name,
            String label,
            OffsetDateTime made,
            OffsetDateTime expires,
            boolean expired,
            OffsetDateTime revoked,
            OffsetDateTime lastUsed) {}

    /** A token that was just made; its secret is not kept. */
    public record Made(Entry entry, String secret) {

        @Override
        public String toString() {
            return "Made[" + entry + "]";
        }
    }

    /** @throws IdentityRefused when it would hold too long, or the label is none */
    public Made create(Identity identity, String label, int days) {
        if (days < 1 || days > MOST_DAYS) {
            throw new IdentityRefused("token.days", days, MOST_DAYS);
        }
        if (label.isBlank()
                || label.length() > LONGEST_LABEL
                || Visible.unseenInId(label).isPresent()) {
            throw new IdentityRefused("token.label", label.length(), LONGEST_LABEL);
        }
        byte[] secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        String token = SIGN + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        return session.tx().execute(status -> {
            Entry made = session.client()
                    .sql("""
                    insert into identity_token (name, label, hash, expires) values (?, ?, ?, now() + make_interval(days => ?))
                    returning *, false as expired""")
                    .param(identity.name())
                    .param(label)
                    .param(hash(token))
                    .param(days)
                    .query(Tokens::entry)
                    .single();
            session.audit()
                    .append(
                            identity.name(),
                            "token.created",
                            "token " + made.id(),
                            Map.of("name", label, "days", days));
            return new Made(made, token);
        });
    }

    /** Those of one user, or of all when the name is null; the oldest first. */
    public List<Entry> all(@Nullable String name) {
        return session.client()
                .sql(
                        "select *, expires <= now() as expired from identity_token where ?::text is null or name = ? order by id")
                .param(name)
                .param(name)
                .query(Tokens::entry)
                .list();
    }

    /**
     * Ends a token before its time.
     *
     * @param owner whose it has to be, or null
     * @throws IdentityRefused when there is none of that number
     */
    public Entry revoke(long id, @Nullable String owner) {
        return session.tx().execute(status -> {
            Entry token = all(owner).stream()
                    .filter(each -> each.id() == id)
                    .findFirst()
                    .orElseThrow(() -> owner == null
                            ? new IdentityRefused("token.none", String.valueOf(id))
                            : new IdentityRefused("token.none_of", String.valueOf(id), owner));
            if (token.revoked() != null) {
                throw new IdentityRefused("token.revoked_already", String.valueOf(id));
            }
            session.client()
                    .sql("update identity_token set revoked = now() where id = ?")
                    .param(id)
                    .update();
            session.audit().append("token.revoked", "token " + id, Map.of("user", token.name()));
            return token;
        });
    }

    /** Looked up by its hash: how long that takes tells nothing of the token. */
    Optional<Entry> find(String token) {
        return !WRITTEN.matcher(token).matches()
                ? Optional.empty()
                : session.client()
                        .sql("select *, expires <= now() as expired from identity_token where hash = ?")
                        .param(hash(token))
                        .query(Tokens::entry)
                        .optional();
    }

    /** Notes the use, to the minute. */
    void used(long id) {
        session.client().sql("""
                update identity_token set last_used = now() where id = ?
                and (last_used is null or last_used < now() - interval '1 minute')""").param(id).update();
    }

    private static String hash(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getLong("id"),
                row.getString("name"),
                row.getString("label"),
                row.getObject("made", OffsetDateTime.class),
                row.getObject("expires", OffsetDateTime.class),
                row.getBoolean("expired"),
                row.getObject("revoked", OffsetDateTime.class),
                row.getObject("last_used", OffsetDateTime.class));
    }
}
