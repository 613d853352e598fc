package org.prorata.store.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.prorata.access.Caller;
import org.prorata.access.Identity;
import org.prorata.access.IdentityRefused;
import org.prorata.access.Role;
import org.prorata.decision.explain.ToldRefusal;
import org.prorata.ledger.AuditEntry;
import org.prorata.ledger.AuditHead;
import org.prorata.store.books.MovedLimit;
import org.prorata.store.people.AuditCheck;
import org.prorata.store.people.Identities;
import org.prorata.store.people.Tokens;

@DisplayName("The audit log")
class AuditTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @RegisterExtension
    static final TestDatabase FORGED = new TestDatabase();

    @TempDir
    Path folder;

    private AuditKeys keys;
    private Audit audit;
    private Session marie;

    private static Caller marie() {
        return TestDatabase.tester().as(new Identity("marie", java.util.Set.of(), true));
    }

    @BeforeEach
    void begin() {
        keys = AuditKeys.in(folder.resolve("audit.key"));
        marie = DATABASE.database().session(marie(), keys);
        audit = marie.audit();
        tamper("truncate audit_entry");
    }

    @AfterEach
    void end() {
        tamper("truncate audit_entry");
        DATABASE.client()
                .sql("update run set audit_seq = null, audit_hash = null")
                .update();
    }

    @Test
    @DisplayName("is whole as it was written, told in the order of its numbers")
    void whole() {
        assertThat(check(null)).isEqualTo(new AuditCheck.Outcome(null, List.of(), 0));
        AuditHead head = write(5);
        assertThat(check(null)).isEqualTo(new AuditCheck.Outcome(head, List.of(), 0));
        assertThat(audit.head()).contains(head);
        List<AuditEntry> read = new ArrayList<>();
        audit.read(4, read::add);
        assertThat(read).extracting(AuditEntry::seq).containsExactly(4L, 5L);
        assertThat(read.get(0))
                .extracting(AuditEntry::actor, AuditEntry::action, AuditEntry::subject, AuditEntry::detail)
                .containsExactly("marie", "test.done", "thing 4", "{\"a\":\"\\u0000\\n\",\"b\":4}");
    }

    @Test
    @DisplayName("names the entry that was changed, in any of its columns")
    void changed() {
        for (String change : List.of(
                "at = at + interval '1 microsecond'",
                "actor = 'ana'",
                "action = 'test.undone'",
                "subject = 'thing 8'",
                "detail = '{}'",
                "previous = repeat('a', 64)",
                "hash = repeat('b', 64)")) {
            tamper("truncate audit_entry");
            write(5);
            tamper("update audit_entry set " + change + " where seq = 3");
            List<String> wrong = check(null).wrong();
            assertThat(wrong).as(change).isNotEmpty();
            assertThat(wrong.get(0))
                    .as(change)
                    .startsWith("entry 3 (test.")
                    .endsWith(") was changed: its hash is not that of what it says");
        }
    }

    @Test
    @DisplayName("names entries that are missing, in the middle and at the beginning")
    void removed() {
        write(6);
        tamper("delete from audit_entry where seq in (3, 4)");
        assertThat(check(null).wrong()).containsExactly("entries 3 to 4 are missing: 2 is followed by 5");
        tamper("delete from audit_entry where seq = 1");
        assertThat(check(null).wrong())
                .containsExactly(
                        "entry 1 is missing: the log begins with 2", "entries 3 to 4 are missing: 2 is followed by 5");
    }

    @Test
    @DisplayName("names both entries that were swapped, and those that were numbered anew")
    void swapped() {
        write(5);
        tamper("update audit_entry set seq = case seq when 2 then 103 else 102 end where seq in (2, 3)");
        tamper("update audit_entry set seq = seq - 100 where seq > 100");
        assertThat(check(null).wrong())
                .containsExactly(
                        "entry 2 (test.done by marie) was changed: its hash is not that of what it says",
                        "entry 3 (test.done by marie) was changed: its hash is not that of what it says",
                        "entry 4 (test.done by marie) does not hang on the entry before it: 3 is another one now");
        tamper("truncate audit_entry");
        write(5);
        tamper("delete from audit_entry where seq = 2");
        tamper("update audit_entry set seq = seq - 1 where seq > 2");
        assertThat(check(null).wrong())
                .hasSize(3)
                .allMatch(wrong -> wrong.endsWith("was changed: its hash is not that of what it says"));
    }

    @Test
    @DisplayName("that is cut off is found by the head that a run or a person noted")
    void cut() {
        DATABASE.client()
                .sql(
                        "insert into rule_book (version, rules, tables, calculation) values ('0123456789abcdef', '', '', 1) on conflict do nothing")
                .update();
        long run = DATABASE.client().sql("""
                insert into run (kind, on_day, known_at, book, calculation) values ('late', '2026-01-01', 0, '0123456789abcdef', 1) returning id""").query(Long.class).single();
        AuditHead sixth = write(6);
        tamper("delete from audit_entry where seq > 4");
        AuditHead fourth = audit.head().orElseThrow();
        assertThat(check(null)).isEqualTo(new AuditCheck.Outcome(fourth, List.of(), 0));
        assertThat(check(AuditHead.parse(sixth.toString())).wrong())
                .containsExactly("the log was cut off: the head that is given saw entry " + sixth
                        + ", and its last one is " + fourth);
        DATABASE.client()
                .sql("update run set audit_seq = 6, audit_hash = ? where id = ?")
                .param(sixth.hash())
                .param(run)
                .update();
        assertThat(check(null).wrong())
                .containsExactly(
                        "the log was cut off: run " + run + " saw entry " + sixth + ", and its last one is " + fourth);
        write(3);
        assertThat(check(null).wrong())
                .containsExactly("entry 6 (test.done by marie) is another one than run " + run + " saw: " + sixth);
        tamper("truncate audit_entry");
        assertThat(check(null).wrong())
                .containsExactly("the log was cut off: run " + run + " saw entry " + sixth + ", and it has no entry");
    }

    @Test
    @DisplayName(
            "misses what was written behind the program's back: roles, users, tokens, proposals, approvals, activations, limits")
    void untold() {
        Session session = FORGED.database().session(marie(), keys);
        Identities identities = new Identities(session);
        identities.add("paul", null, java.util.EnumSet.of(Role.FINANCE), "correct horse battery");
        identities.add("ana", null, java.util.EnumSet.of(Role.APPROVER, Role.FINANCE), "correct horse battery");
        identities.roles("ana", java.util.EnumSet.of(Role.APPROVER));
        identities.disable("ana", true);
        new Tokens(session).create(identities.known("paul").identity(), "x", 1);
        new MovedLimit(session).set(java.math.BigDecimal.TEN);
        assertThatThrownBy(() -> new MovedLimit(session).set(new java.math.BigDecimal("1e999999999")))
                .hasMessage("a limit from 0 to 10^15 is allowed");
        assertThat(AuditCheck.over(session, keys, null).wrong()).isEmpty();

        for (String forged : List.of(
                "insert into rule_book (version, rules, tables, calculation) values ('aaaaaaaaaaaaaaaa', '', '', 1), ('bbbbbbbbbbbbbbbb', '', '', 1)",
                "insert into proposal (book, base, author, reason) values ('bbbbbbbbbbbbbbbb', 'aaaaaaaaaaaaaaaa', 'paul', 'x')",
                "insert into approval (proposal, author, by_whom, approved, reason) values (1, 'paul', 'ana', true, 'x')",
                "insert into activation (book, by_whom, reason) values ('aaaaaaaaaaaaaaaa', 'marie', 'x')",
                "insert into activation (book, from_day, proposal, approved, follows, followed_by_whom, by_whom, reason)"
                        + " values ('bbbbbbbbbbbbbbbb', '2026-01-01', 1, true, 1, 'marie', 'ana', 'x')",
                "insert into identity_token (name, label, hash, expires) values ('paul', 'x', repeat('a', 64), now() + interval '1 day')",
                "insert into identity (name, display, roles, password) values ('eve', 'e', '{administrator}', '$argon2id$')",
                "insert into portfolio_limit (amount, by_whom) values (null, 'ana')",
                "update identity set roles = '{approver,administrator}', disabled = null where name = 'ana'")) {
            FORGED.client().sql(forged).update();
        }
        assertThat(AuditCheck.over(session, keys, null).wrong())
                .containsExactly(
                        "activation 2 by ana stands, but no entry tells of it",
                        "proposal 1 by paul stands, but no entry tells of it",
                        "the approval of proposal 1 by ana stands, but no entry tells of it",
                        "token 2 of paul stands, but no entry tells of it",
                        "user ana has the roles approver,administrator, but the log gave it approver",
                        "user ana is enabled, but no entry tells of it",
                        "user eve has the roles administrator, but the log gave it none",
                        "limits were set 2 times, but 1 entries tell of it");
    }

    @Test
    @DisplayName("holds when twenty write at once, without gaps")
    void together() throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(20);
        CountDownLatch start = new CountDownLatch(1);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int writer = 0; writer < 20; writer++) {
                String name = "writer-" + writer;
                all.add(writers.submit(() -> {
                    start.await();
                    for (int i = 0; i < 10; i++) {
                        boolean undone = i % 5 == 4;
                        marie.tx().executeWithoutResult(status -> {
                            audit.append(name, "test.done", "thing", Map.of());
                            if (undone) {
                                status.setRollbackOnly();
                            }
                        });
                    }
                    return null;
                }));
            }
            start.countDown();
            for (Future<?> each : all) {
                each.get();
            }
        } finally {
            writers.shutdownNow();
        }
        assertThat(check(null)).satisfies(outcome -> {
            assertThat(outcome.wrong()).isEmpty();
            assertThat(outcome.head().seq()).isEqualTo(20 * 8);
        });
    }

    @Test
    @DisplayName("is not changed even by the owner of its table")
    void owner() {
        write(1);
        for (String order :
                List.of("update audit_entry set actor = 'x'", "delete from audit_entry", "truncate audit_entry")) {
            assertThatThrownBy(() -> DATABASE.client().sql(order).update())
                    .hasStackTraceContaining("rows of audit_entry are only ever added");
        }
    }

    @Test
    @DisplayName("is kept by a file that only its owner reads; without it, or with another one, nothing is added")
    void key() throws Exception {
        AuditHead first = write(1);
        Path file = folder.resolve("audit.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        String id = keys.current().orElseThrow().id();
        Path moved = Files.move(file, folder.resolve("moved.key"));
        String message = "the audit log is kept by the key " + id + ", which is not in " + file
                + "; bring the file audit.key that belongs to"
                + " this database, or begin with a new key: prorata audit new-key";
        refused(message, () -> write(1));
        assertThat(check(null).wrong())
                .containsExactly("from entry 1 on the log is by the key " + id + ", which is not in " + file
                        + ": what is by that key cannot be checked");
        keys.make();
        refused(message, () -> write(1));
        audit.newKey();
        write(1);
        assertThat(check(first).wrong())
                .as("the old key is still missing")
                .containsExactly("from entry 1 on the log is by the key " + id + ", which is not in " + file
                        + ": what is by that key cannot be checked");
        Files.writeString(file, Files.readString(moved) + Files.readString(file));
        assertThat(check(first).wrong()).as("all keys, a line each").isEmpty();
        tamper("delete from audit_entry where seq > 1");
        Files.delete(file);
        Files.move(moved, file);
        assertThat(check(first).wrong()).isEmpty();
        keys.make();
        assertThat(keys.current().orElseThrow().id()).isNotEqualTo(id);
        write(2);
        assertThat(check(first).wrong())
                .as("entries of the old and of the new key")
                .isEmpty();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        refused(
                file + ": others have rights to it (rw-r-----), and a secret is its owner's alone: chmod 600 " + file,
                () -> write(1));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        Files.writeString(file, "secret\n");
        refused(file + ":1: is no key of the audit log; 64 digits of 0-9 and a-f are allowed", () -> write(1));
    }

    @Test
    @DisplayName("takes a key from the environment, else its file from there, from a property, or the data folder")
    void places() {
        java.util.Properties properties = new java.util.Properties();
        assertThat(AuditKeys.of(folder, properties, Map.of()).place())
                .isEqualTo(folder.resolve("audit.key").toString());
        properties.setProperty("prorata.audit.key-file", "p.key");
        assertThat(AuditKeys.of(folder, properties, Map.of()).place()).isEqualTo("p.key");
        assertThat(AuditKeys.of(folder, properties, Map.of("PRORATA_AUDIT_KEY_FILE", "e.key"))
                        .place())
                .isEqualTo("e.key");
        AuditKeys given = AuditKeys.of(folder, properties, Map.of("PRORATA_AUDIT_KEY", "ab".repeat(32)));
        assertThat(given.current()).isPresent();
        refused("the key is given by PRORATA_AUDIT_KEY; a new one is made where it is kept in a file", given::make);
        refused(
                "PRORATA_AUDIT_KEY: is no key of the audit log; 64 digits of 0-9 and a-f are allowed",
                AuditKeys.of(folder, properties, Map.of("PRORATA_AUDIT_KEY", "secret"))::current);
    }

    @Test
    @DisplayName("heads are read as they are printed")
    void heads() {
        for (String wrong :
                List.of("", "0:0123456789abcdef", "7", "7:0123", "7:0123456789ABCDEF", "7:0123456789abcdef ", "x\n")) {
            refused(
                    "\"" + wrong.replace("\n", "?")
                            + "\" is no head of the audit log; a number, a colon and 16 digits of 0-9 and a-f are allowed, as in"
                            + " 12:0123456789abcdef",
                    () -> AuditHead.parse(wrong));
        }
    }

    private AuditHead write(int entries) {
        long before = audit.head().map(AuditHead::seq).orElse(0L);
        return IntStream.rangeClosed(1, entries)
                .mapToObj(i -> audit.append(
                        "marie", "test.done", "thing " + (before + i), Map.of("b", before + i, "a", "\u0000\n")))
                .reduce((one, next) -> next)
                .orElseThrow();
    }

    private AuditCheck.Outcome check(AuditHead noted) {
        return AuditCheck.over(marie, keys, noted);
    }

    private static void refused(String message, Runnable work) {
        assertThatThrownBy(work::run)
                .isInstanceOf(IdentityRefused.class)
                .extracting(ToldRefusal::of)
                .isEqualTo(message);
    }

    /** What only who owns the server can do. */
    private static void tamper(String order) {
        DATABASE.client()
                .sql("alter table audit_entry disable trigger only_added")
                .update();
        DATABASE.client().sql(order).update();
        DATABASE.client()
                .sql("alter table audit_entry enable trigger only_added")
                .update();
    }
}
