package org.prorata.store.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.prorata.access.AccessRight;
import org.prorata.access.Identity;
import org.prorata.access.IdentityRefused;
import org.prorata.access.Role;
import org.prorata.decision.explain.ToldRefusal;
import org.prorata.store.base.AuditKeys;
import org.prorata.store.base.Session;
import org.prorata.store.base.TestDatabase;

@DisplayName("Identities")
class IdentitiesTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @TempDir
    static Path folder;

    private static final String PASSWORD = "correct horse battery";

    private final Session session =
            DATABASE.database().session(TestDatabase.tester(), AuditKeys.in(folder.resolve("audit.key")));
    private final Identities identities = new Identities(session);
    private final Tokens tokens = new Tokens(session);

    @BeforeEach
    void begin() {
        for (String table : List.of("identity_token", "identity", "identity_rule")) {
            DATABASE.client()
                    .sql("alter table " + table + " disable trigger user")
                    .update();
            DATABASE.client().sql("delete from " + table).update();
            DATABASE.client()
                    .sql("alter table " + table + " enable trigger user")
                    .update();
        }
    }

    @Test
    @DisplayName("begin with one administrator, whose password is told once")
    void first() {
        String password = identities.begin().orElseThrow();
        assertThat(password).hasSize(20);
        assertThat(identities.begin()).isEmpty();
        Identity first = identities.authenticate(Identities.FIRST, password);
        assertThat(first).isEqualTo(new Identity("administrator", Set.of(Role.ADMINISTRATOR), true));
        assertThat(DATABASE.client()
                        .sql("select password from identity")
                        .query(String.class)
                        .single())
                .startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(log())
                .endsWith("local:test user.added user administrator {\"first\":true,\"roles\":\"administrator\"}");
    }

    @Test
    @DisplayName("are let in by name and password only, and nobody learns which of the two was wrong")
    void passwords() {
        identities.add("ana", "Ana Díaz", EnumSet.of(Role.AUDITOR), PASSWORD);
        assertThat(identities.authenticate("ana", PASSWORD).words()).isEqualTo("auditor");
        for (String name : List.of("ana", "bea", "Ana", "ana'; --", "")) {
            refused("the name or the password is wrong", () -> identities.authenticate(name, PASSWORD + "!"));
        }
        for (String wrong : List.of("", PASSWORD.toUpperCase(), "x".repeat(1_000_000))) {
            refused("the name or the password is wrong", () -> identities.authenticate("ana", wrong));
        }
        assertThat(log())
                .endsWith(
                        "nobody access.refused an unknown user {\"why\":\"password\"}",
                        "ana access.refused user ana {\"why\":\"password\"}",
                        "ana access.refused user ana {\"why\":\"password\"}",
                        "ana access.refused user ana {\"why\":\"password\"}");
        assertThat(String.join("\n", log())).doesNotContain(PASSWORD);
        identities.password("ana", "another long one");
        refused("the name or the password is wrong", () -> identities.authenticate("ana", PASSWORD));
        assertThat(identities.authenticate("ana", "another long one").name()).isEqualTo("ana");
    }

    @Test
    @DisplayName(
            "have names of a few letters, names for people that can be printed, and passwords that take time to guess")
    void hostile() {
        for (String name : List.of(
                "",
                "a",
                "Ana",
                "9ana",
                "local:ana",
                "ana maria",
                "ana\n",
                "ána",
                "../ana",
                "a".repeat(33),
                "ana'; drop table identity")) {
            assertThatThrownBy(() -> identities.add(name, null, Set.of(), PASSWORD))
                    .isInstanceOf(IdentityRefused.class)
                    .extracting(ToldRefusal::of, InstanceOfAssertFactories.STRING)
                    .endsWith(
                            "is no name for a user; 2 to 32 of a-z, 0-9, point, hyphen and underscore are allowed, a letter first");
        }
        for (String display : List.of("", " ", "a\u0007b", "a\u202eb", "a\u2028b", "x".repeat(101))) {
            assertThatThrownBy(() -> identities.add("ana", display, Set.of(), PASSWORD))
                    .isInstanceOf(IdentityRefused.class)
                    .extracting(ToldRefusal::of, InstanceOfAssertFactories.STRING)
                    .endsWith("characters or one that cannot be printed; 1 to 100 printable ones are allowed");
        }
        refused(
                "the password has 11 characters; 12 to 200 are allowed",
                () -> identities.add("ana", null, Set.of(), "short horse"));
        refused(
                "the password has 201 characters; 12 to 200 are allowed",
                () -> identities.add("ana", null, Set.of(), "x".repeat(201)));
        identities.add("ana", null, Set.of(), PASSWORD);
        refused(
                "there is a user ana already; prorata users roles ana changes its roles",
                () -> identities.add("ana", null, Set.of(), PASSWORD));
        refused("there is no user \"bea\"; prorata users list names all", () -> identities.roles("bea", Set.of()));
        assertThat(identities.all()).extracting(Identities.Entry::name).containsExactly("ana");
    }

    @Test
    @DisplayName("do what one of their roles may; the refusal names the roles and what there is, and is told the log")
    void roles() {
        identities.add("marie", null, EnumSet.of(Role.FINANCE, Role.AUDITOR), PASSWORD);
        Identity marie = identities.authenticate("marie", PASSWORD);
        identities.check(marie, AccessRight.PROPOSE);
        identities.check(marie, AccessRight.READ);
        identities.check(marie, AccessRight.OWN);
        refused(
                "needs the role approver; marie has finance, auditor",
                () -> identities.check(marie, AccessRight.APPROVE));
        refused("needs the role billing; marie has finance, auditor", () -> identities.check(marie, AccessRight.BILL));
        refused(
                "needs the role administrator; marie has finance, auditor",
                () -> identities.check(marie, AccessRight.MANAGE_USERS));
        assertThat(log()).endsWith("marie access.refused manage_users {\"why\":\"role\"}");
        identities.roles("marie", Set.of());
        refused(
                "needs the role finance or billing; marie has no role",
                () -> identities.check(identities.authenticate("marie", PASSWORD), AccessRight.PREVIEW));
        assertThat(marie.may(AccessRight.PROPOSE)).isTrue();
        assertThat(new Identity("marie", Set.of(Role.FINANCE), false).may(AccessRight.PROPOSE))
                .as("not proven")
                .isFalse();
    }

    @Test
    @DisplayName("whoever sits at the machine does all that needs one person, until tokens are required")
    void local() {
        Identity local = Identity.local("root\nroot: x" + "y".repeat(100));
        assertThat(local.name()).startsWith("local:root_root__x").hasSize(6 + 64);
        identities.check(local, AccessRight.BILL);
        for (AccessRight right : List.of(
                AccessRight.PROPOSE,
                AccessRight.APPROVE,
                AccessRight.ACTIVATE,
                AccessRight.MANAGE_USERS,
                AccessRight.OWN)) {
            refused(
                    "this is done by a person who proves who it is: put a token into PRORATA_TOKEN, or its file into PRORATA_TOKEN_FILE;"
                            + " prorata token create --user NAME makes one",
                    () -> identities.check(local, right));
        }
        identities.require(true);
        refused(
                "this database asks everybody who they are: put a token into PRORATA_TOKEN, or its file into PRORATA_TOKEN_FILE;"
                        + " prorata token create --user NAME makes one",
                () -> identities.check(local, AccessRight.READ));
        identities.require(false);
        identities.check(local, AccessRight.READ);
        assertThat(log())
                .endsWith(
                        "local:test users.required all commands {}",
                        local.name() + " access.refused read {\"why\":\"no_token\"}",
                        "local:test users.not_required all commands {}");
    }

    @Test
    @DisplayName("a disabled one is let in neither by password nor by token; the last administrator stays")
    void disabled() {
        identities.begin();
        identities.add("ana", null, EnumSet.of(Role.BILLING), PASSWORD);
        String token = tokens.create(identities.authenticate("ana", PASSWORD), "laptop", 30)
                .secret();
        identities.disable("ana", true);
        String message = "ana is disabled; an administrator can enable it: prorata users enable ana";
        refused(message, () -> identities.authenticate("ana", PASSWORD));
        refused(message, () -> identities.byToken(token));
        refused("the name or the password is wrong", () -> identities.authenticate("ana", PASSWORD + "x"));
        identities.disable("ana", false);
        assertThat(identities.byToken(token).name()).isEqualTo("ana");
        refused(
                "administrator is the last administrator; give the role to another user first",
                () -> identities.disable("administrator", true));
        refused(
                "administrator is the last administrator; give the role to another user first",
                () -> identities.roles("administrator", Set.of(Role.AUDITOR)));
        identities.roles("ana", EnumSet.of(Role.ADMINISTRATOR));
        identities.disable("administrator", true);
        refused(
                "ana is the last administrator; give the role to another user first",
                () -> identities.disable("ana", true));
    }

    @Test
    @DisplayName("are known by a token that was told once, as long as it is neither expired nor revoked")
    void byToken() {
        identities.add("ana", null, EnumSet.of(Role.BILLING), PASSWORD);
        Identity ana = identities.authenticate("ana", PASSWORD);
        Tokens.Made made = tokens.create(ana, "laptop", 30);
        assertThat(made.secret()).matches("prt_[A-Za-z0-9_-]{43}");
        assertThat(made.toString()).doesNotContain(made.secret());
        assertThat(identities.byToken(made.secret())).isEqualTo(ana);
        assertThat(tokens.all("ana").get(0).lastUsed()).isNotNull();
        assertThat(DATABASE.client()
                                .sql("select t::text from identity_token t")
                                .query(String.class)
                                .list()
                                .toString()
                        + log())
                .doesNotContain(made.secret())
                .doesNotContain(made.secret().substring(4));
        for (String other : List.of(
                "",
                "prt_",
                made.secret() + "x",
                made.secret().substring(1),
                made.secret().replace('t', 'T'),
                "prt_' or 1=1 --")) {
            refused("the token is not known here; prorata token create makes one", () -> identities.byToken(other));
        }
        DATABASE.client()
                .sql("update identity_token set made = '2026-01-04', expires = '2026-02-03T04:05:06Z'::timestamptz")
                .update();
        refused(
                "token " + made.entry().id() + " of ana expired on 2026-02-03; prorata token create makes another",
                () -> identities.byToken(made.secret()));

        Tokens.Made second = tokens.create(ana, "script", 1);
        refused(
                "there is no token " + second.entry().id() + " of bea; prorata token list names them",
                () -> tokens.revoke(second.entry().id(), "bea"));
        tokens.revoke(second.entry().id(), "ana");
        refused(
                "token " + second.entry().id() + " is revoked already",
                () -> tokens.revoke(second.entry().id(), null));
        refused(
                "token " + second.entry().id() + " of ana is revoked; prorata token create makes another",
                () -> identities.byToken(second.secret()));
        assertThat(log()).endsWith("ana access.refused token " + second.entry().id() + " {\"why\":\"revoked\"}");

        Tokens.Made third = tokens.create(ana, "script", 1);
        identities.password("ana", "another long one");
        assertThatThrownBy(() -> identities.byToken(third.secret()))
                .as("a new password ends the tokens")
                .extracting(ToldRefusal::of, InstanceOfAssertFactories.STRING)
                .contains("is revoked");
        refused("a token for 0 days: 1 to 366 are allowed", () -> tokens.create(ana, "x", 0));
        refused("a token for 367 days: 1 to 366 are allowed", () -> tokens.create(ana, "x", 367));
        refused(
                "what the token is for has 3 characters or one that cannot be printed; 1 to 100 letters, digits, signs and spaces are allowed",
                () -> tokens.create(ana, "a\nb", 1));
    }

    @Test
    @DisplayName("are the authors of what is recorded while they act, on every connection")
    void authors() {
        session.tx()
                .executeWithoutResult(status -> session.client()
                        .sql("insert into recording (source) values ('by local')")
                        .update());
        Session marie = DATABASE.database()
                .session(
                        TestDatabase.tester().as(new Identity("marie", Set.of(), true)),
                        AuditKeys.in(folder.resolve("audit.key")));
        marie.tx().executeWithoutResult(status -> {
            marie.client()
                    .sql("insert into recording (source) values ('by marie')")
                    .update();
            // another's transaction in the same thread is not joined
            session.tx()
                    .executeWithoutResult(other -> session.client()
                            .sql("insert into recording (source) values ('by local within')")
                            .update());
        });
        session.client()
                .sql("insert into recording (source) values ('outside')")
                .update();
        DATABASE.client()
                .sql("insert into recording (source) values ('by nobody')")
                .update();
        assertThat(DATABASE.client()
                        .sql("select source || ': ' || coalesce(author, 'null') from recording order by id")
                        .query(String.class)
                        .list())
                .containsExactly(
                        "by local: local:test",
                        "by marie: marie",
                        "by local within: local:test",
                        "outside: null",
                        "by nobody: null");
    }

    private List<String> log() {
        List<String> entries = new ArrayList<>();
        session.audit()
                .read(
                        0,
                        entry -> entries.add(
                                entry.actor() + " " + entry.action() + " " + entry.subject() + " " + entry.detail()));
        return entries;
    }

    private static void refused(String message, Runnable work) {
        assertThatThrownBy(work::run)
                .isInstanceOf(IdentityRefused.class)
                .extracting(ToldRefusal::of)
                .isEqualTo(message);
    }
}
