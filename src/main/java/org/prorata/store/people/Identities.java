package org.prorata.store.people;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.prorata.access.AccessRight;
import org.prorata.access.Identity;
import org.prorata.access.IdentityRefused;
import org.prorata.access.Role;
import org.prorata.contract.naming.Visible;
import org.prorata.store.base.Columns;
import org.prorata.store.base.Session;

/** Who is known, with which roles; every change and every refusal is an entry of the audit log. */
public final class Identities {

    /** The one that the first start makes. */
    public static final String FIRST = "administrator";

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9._-]{1,31}");
    private static final long LOCK = 0x50524f5241544106L;

    private final Session session;

    public Identities(Session session) {
        this.session = session;
    }

    /** An identity as it is kept. */
    public record Entry(String name, String display, Set<Role> roles, OffsetDateTime made, OffsetDateTime disabled) {

        public Identity identity() {
            return new Identity(name, roles, true);
        }
    }

    /** Whether the tables are of a version that knows identities. */
    public boolean kept() {
        return session.client()
                .sql("select to_regclass('identity') is not null")
                .query(Boolean.class)
                .single();
    }

    /** All of them by name. */
    public List<Entry> all() {
        return session.client()
                .sql("select * from identity order by name")
                .query(Identities::entry)
                .list();
    }

    public Optional<Entry> find(String name) {
        return session.client()
                .sql("select * from identity where name = ?")
                .param(name)
                .query(Identities::entry)
                .optional();
    }

    /**
     * Makes the first administrator when nobody is known yet.
     *
     * @return its password, which is told this once, or empty when somebody is known
     */
    public Optional<String> begin() {
        if (!all().isEmpty()) {
            return Optional.empty();
        }
        String password = Passwords.random();
        String hash = Passwords.hash(password);
        return session.tx().execute(status -> {
            lock();
            if (!all().isEmpty()) {
                return Optional.empty();
            }
            insert(FIRST, "Administrator", EnumSet.of(Role.ADMINISTRATOR), hash);
            session.audit()
                    .append("user.added", "user " + FIRST, Map.of("roles", Role.ADMINISTRATOR.word(), "first", true));
            return Optional.of(password);
        });
    }

    /** @throws IdentityRefused when the name is not one, is taken, or the password too short */
    public void add(String name, String display, Set<Role> roles, String password) {
        if (!NAME.matcher(name).matches()) {
            throw new IdentityRefused("user.name", shown(name));
        }
        String told = display == null ? name : display.strip();
        if (told.isEmpty() || told.length() > 100 || Visible.unseenInLine(told).isPresent()) {
            throw new IdentityRefused("user.display", told.length());
        }
        String hash = Passwords.hash(password);
        session.tx().executeWithoutResult(status -> {
            lock();
            if (find(name).isPresent()) {
                throw new IdentityRefused("user.there_already", name);
            }
            insert(name, told, roles, hash);
            session.audit().append("user.added", "user " + name, Map.of("roles", words(roles)));
        });
    }

    private void insert(String name, String display, Set<Role> roles, String hash) {
        session.client()
                .sql("insert into identity (name, display, roles, password) values (?, ?, ?, ?)")
                .param(name)
                .param(display)
                .param(array(roles))
                .param(hash)
                .update();
    }

    /** Gives a user these roles and no other. */
    public void roles(String name, Set<Role> roles) {
        change(
                name,
                "user.roles",
                Map.of("roles", words(roles)),
                roles.contains(Role.ADMINISTRATOR),
                () -> session.client()
                        .sql("update identity set roles = ? where name = ?")
                        .param(array(roles))
                        .param(name)
                        .update());
    }

    /** Ends what a user may do, or lets it begin again. */
    public void disable(String name, boolean disabled) {
        change(
                name,
                disabled ? "user.disabled" : "user.enabled",
                Map.of(),
                !disabled,
                () -> session.client()
                        .sql("update identity set disabled = case when ? then now() end where name = ?")
                        .param(disabled)
                        .param(name)
                        .update());
    }

    /** Sets another password; the tokens of the user end with the old one. */
    public void password(String name, String password) {
        String hash = Passwords.hash(password);
        change(name, "user.password", Map.of(), true, () -> {
            session.client()
                    .sql("update identity set password = ? where name = ?")
                    .param(hash)
                    .param(name)
                    .update();
            session.client()
                    .sql("update identity_token set revoked = now() where name = ? and revoked is null")
                    .param(name)
                    .update();
        });
    }

    private void change(String name, String action, Map<String, ?> detail, boolean staysAdministrator, Runnable work) {
        session.tx().executeWithoutResult(status -> {
            lock();
            known(name);
            List<String> administrators = all().stream()
                    .filter(each -> each.disabled() == null && each.roles().contains(Role.ADMINISTRATOR))
                    .map(Entry::name)
                    .toList();
            if (!staysAdministrator && administrators.equals(List.of(name))) {
                throw new IdentityRefused("user.last_administrator", name);
            }
            work.run();
            session.audit().append(action, "user " + name, detail);
        });
    }

    /** @throws IdentityRefused when there is no such user */
    public Entry known(String name) {
        return find(name).orElseThrow(() -> new IdentityRefused("user.unknown", shown(name)));
    }

    /**
     * The identity of a name and a password.
     *
     * @throws IdentityRefused when they do not go together, without saying which of them is wrong, or the user is disabled
     */
    public Identity authenticate(String name, String password) {
        Optional<Entry> entry = NAME.matcher(name).matches() ? find(name) : Optional.empty();
        @Nullable
        String hash = entry.map(each -> session.client()
                        .sql("select password from identity where name = ?")
                        .param(each.name())
                        .query(String.class)
                        .single())
                .orElse(null);
        if (!Passwords.fits(password, hash)) {
            // what was typed for a name may be a password
            throw failed(
                    entry.map(Entry::name).orElse("nobody"),
                    entry.map(each -> "user " + each.name()).orElse("an unknown user"),
                    "password",
                    new IdentityRefused("password.wrong"));
        }
        return enabled(entry.orElseThrow());
    }

    /**
     * The identity of a token, whose use is noted.
     *
     * @throws IdentityRefused when it is not valid, or the user is disabled
     */
    public Identity byToken(String token) {
        Tokens.Entry found = new Tokens(session)
                .find(token)
                .orElseThrow(() -> failed("nobody", "an unknown token", "token", new IdentityRefused("token.unknown")));
        String subject = "token " + found.id();
        if (found.revoked() != null) {
            throw failed(
                    found.name(),
                    subject,
                    "revoked",
                    new IdentityRefused("token.revoked", String.valueOf(found.id()), found.name()));
        }
        if (found.expired()) {
            throw failed(
                    found.name(),
                    subject,
                    "expired",
                    new IdentityRefused(
                            "token.expired",
                            String.valueOf(found.id()),
                            found.name(),
                            found.expires().toLocalDate().toString()));
        }
        Identity identity = enabled(known(found.name()));
        new Tokens(session).used(found.id());
        return identity;
    }

    private Identity enabled(Entry entry) {
        if (entry.disabled() != null) {
            throw failed(
                    entry.name(),
                    "user " + entry.name(),
                    "disabled",
                    new IdentityRefused("user.disabled", entry.name()));
        }
        return entry.identity();
    }

    /**
     * Lets an identity do something.
     *
     * @throws IdentityRefused when it has no role for it, or should have proved who it is
     */
    public void check(Identity identity, AccessRight right) {
        if (!identity.proven() && (right.proven() || required())) {
            throw failed(
                    identity.name(),
                    right.name().toLowerCase(Locale.ROOT),
                    "no_token",
                    new IdentityRefused(right.proven() ? "access.proof_for_this" : "access.proof_for_all"));
        }
        if (!right.given(identity.roles())) {
            throw failed(
                    identity.name(),
                    right.name().toLowerCase(Locale.ROOT),
                    "role",
                    new IdentityRefused("access.role", right.told(), identity.name(), identity.told()));
        }
    }

    private IdentityRefused failed(String actor, String subject, String why, IdentityRefused refused) {
        session.audit().append(actor, "access.refused", subject, Map.of("why", why));
        return refused;
    }

    /** Whether every command needs a token. */
    public boolean required() {
        return session.client()
                .sql("select required from identity_rule order by id desc limit 1")
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** From now on every command needs a token, or no longer. */
    public void require(boolean required) {
        session.tx().executeWithoutResult(status -> {
            session.client()
                    .sql("insert into identity_rule (required) values (?)")
                    .param(required)
                    .update();
            session.audit().append(required ? "users.required" : "users.not_required", "all commands", Map.of());
        });
    }

    private void lock() {
        session.client().sql("select pg_advisory_xact_lock(?)").param(LOCK).query(row -> {});
    }

    static String words(Set<Role> roles) {
        return String.join(" ", array(roles));
    }

    private static String[] array(Set<Role> roles) {
        return roles.stream().sorted().map(Role::word).toArray(String[]::new);
    }

    /** What somebody typed, fit to be shown. */
    private static String shown(String text) {
        String safe = text.replaceAll("[^\\x20-\\x7e]", "?");
        return '"' + (safe.length() > 40 ? safe.substring(0, 40) + "…" : safe) + '"';
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        Array roles = row.getArray("roles");
        Set<Role> held = EnumSet.noneOf(Role.class);
        Arrays.stream((String[]) roles.getArray()).forEach(role -> held.add(Columns.choice(role, Role.class)));
        return new Entry(
                row.getString("name"),
                row.getString("display"),
                held,
                row.getObject("made", OffsetDateTime.class),
                row.getObject("disabled", OffsetDateTime.class));
    }
}
