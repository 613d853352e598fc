package org.prorata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.prorata.book.engine.RuleBooks;
import org.prorata.ledger.AuditHead;
import org.prorata.run.TestBook;
import org.prorata.store.base.TestDatabase;
import org.prorata.store.postgres.UnpackedPrograms;

@DisplayName("Commands by identities")
class IdentityCommandsTest {

    @RegisterExtension
    static final TestDatabase USERS = new TestDatabase();

    @RegisterExtension
    static final TestDatabase WORK = new TestDatabase();

    @RegisterExtension
    static final TestDatabase PROOF = new TestDatabase();

    @RegisterExtension
    static final TestDatabase FILES = new TestDatabase();

    private static final String PASSWORD = "correct horse battery";
    private static final String PROVE =
            ": put a token into PRORATA_TOKEN, or its file into PRORATA_TOKEN_FILE; prorata token create --user NAME"
                    + " makes one\n";
    private static final String DOSSIER = """
            terms: standard
            customer: {country: FR}
            contract:
              id: K-1
              start: 2026-01-01
              term_months: null
              billing: {every: month, timing: advance}
              items: [{id: seats, quantity: 1, price: 100.00, per: month, from: 2026-01-01}]
            """;

    @TempDir
    Path folder;

    private final InputStream stdin = System.in;
    private Path token;

    @BeforeEach
    void begin() {
        token = folder.resolve("token");
        type();
    }

    @AfterEach
    void end() {
        System.setIn(stdin);
        System.clearProperty("prorata.token-file");
    }

    @Test
    @DisplayName("the first start makes an administrator, who makes the others; each has tokens of its own")
    void users() throws IOException {
        CommandLineOf line = new CommandLineOf(USERS, RuleBooks.of(TestBook.book()));
        refusedAfterFirst(line);
        refused(
                line,
                "this is done by a person who proves who it is" + PROVE,
                "users",
                "add",
                "marie",
                "--role",
                "finance");
        type("nonsense");
        refused(line, "the name or the password is wrong\n", "token", "create", "--user", "administrator");
        type();
        refused(
                line,
                "the password is missing: it is typed at a terminal, or is a line of standard input\n",
                "token",
                "create",
                "--user",
                "administrator");

        login(line, "administrator", first);
        type(PASSWORD);
        assertThat(line.run(
                        "users", "add", "marie", "--role", "finance", "--role", "billing", "--display", "Marie Curie"))
                .as("%s", line.err())
                .isZero();
        assertThat(line.out()).isEqualTo("marie has finance, billing. Next: prorata token create --user marie\n");
        type("too short");
        refused(
                line,
                "the password has 9 characters; 12 to 200 are allowed\n",
                "users",
                "add",
                "ana",
                "--role",
                "approver");
        refused(
                line,
                "\"boss\" is no role; allowed are finance, approver, billing, account_manager, auditor, administrator\n",
                "users",
                "add",
                "ana",
                "--role",
                "boss");
        type(PASSWORD);
        assertThat(line.run("users", "add", "ana", "--role", "approver")).isZero();
        assertThat(line.run("users", "roles", "ana", "approver", "auditor"))
                .as("%s", line.err())
                .isZero();
        assertThat(line.out()).isEqualTo("ana has approver, auditor\n");
        assertThat(line.run("users", "list")).isZero();
        assertThat(line.out()).isEqualTo("""
                administrator (Administrator): administrator
                ana (ana): approver, auditor
                marie (Marie Curie): finance, billing
                A command without a token is done in the name of whoever sits at the machine; prorata users require on ends that.
                """);
        refused(line, "there is no user \"bea\"; prorata users list names all\n", "users", "disable", "bea");
        refused(line, "\"maybe\": on or off is allowed\n", "users", "require", "maybe");
        assertThat(line.run("users", "disable", "ana")).isZero();
        assertThat(line.run("users", "list")).isZero();
        assertThat(line.out()).containsPattern("ana \\(ana\\): approver, auditor, disabled since \\d{4}-");
        assertThat(line.run("users", "enable", "ana")).isZero();
        assertThat(line.run("users", "require")).isZero();
        assertThat(line.out()).isEqualTo("Every command needs a token from now on.\n");

        System.clearProperty("prorata.token-file");
        refused(line, "this database asks everybody who they are" + PROVE, "runs");
        login(line, "marie", PASSWORD);
        assertThat(line.run("runs")).as("%s", line.err()).isZero();
        refused(
                line,
                "needs the role administrator; marie has finance, billing\n",
                "users",
                "add",
                "bea",
                "--role",
                "auditor");
        refused(line, "needs the role auditor or administrator; marie has finance, billing\n", "audit", "check");
        refused(
                line,
                "another's password is set by an administrator; marie has finance, billing\n",
                "users",
                "password",
                "ana");
        assertThat(line.run("token", "list")).isZero();
        assertThat(line.out())
                .containsPattern(
                        "^Token 2 of marie, command line: valid until \\d{4}-\\d\\d-\\d\\d, last used [^,]+\n$");
        type(PASSWORD, "another long one");
        assertThat(line.run("users", "password", "marie")).as("%s", line.err()).isZero();
        assertThat(line.out()).isEqualTo("The password of marie is set; its tokens are revoked.\n");
        refused(line, "token 2 of marie is revoked; prorata token create makes another\n", "runs");
        login(line, "marie", "another long one");
        refused(line, "there is no token 1 of marie; prorata token list names them\n", "token", "revoke", "1");
        assertThat(line.run("token", "revoke", "3")).isZero();
        assertThat(line.out()).isEqualTo("Token 3 of marie is revoked\n");

        login(line, "administrator", first);
        assertThat(line.run("users", "require", "off")).isZero();
        assertThat(line.run("audit", "check")).as("%s", line.out()).isZero();
        assertThat(line.run("audit", "log")).isZero();
        assertThat(line.out())
                .contains(
                        " user.added user administrator {\"first\":true,\"roles\":\"administrator\"}\n",
                        " administrator user.added user marie {\"roles\":\"finance billing\"}\n",
                        " marie access.refused manage_users {\"why\":\"role\"}\n",
                        " marie access.refused token 2 {\"why\":\"revoked\"}\n",
                        " administrator users.not_required all commands\n")
                .doesNotContain(PASSWORD, first, "prt_", "nonsense");
    }

    private String first;

    private void refusedAfterFirst(CommandLineOf line) {
        assertThat(line.run("users", "roles", "administrator", "auditor")).isEqualTo(2);
        Matcher told = Pattern.compile(
                        "The first user is administrator, password ([a-z2-9]{20}) – shown only now\\. Next: prorata token create --user"
                                + " administrator\nthis is done by a person who proves who it is"
                                + Pattern.quote(PROVE))
                .matcher(line.err());
        assertThat(told.matches()).as(line.err()).isTrue();
        first = told.group(1);
    }

    @Test
    @DisplayName(
            "name their author: imports, runs, issuing, credits; roles decide what is allowed, and the report of a run names the log's head")
    void work() throws IOException {
        CommandLineOf line = new CommandLineOf(WORK, RuleBooks.of(TestBook.book()));
        Path dossier = Files.writeString(folder.resolve("k.yaml"), DOSSIER);
        assertThat(line.run("import", dossier.toString())).as("%s", line.err()).isZero();
        assertThat(line.run("users", "list")).isZero();
        Matcher told = Pattern.compile("password (\\S+)").matcher(line.err());
        assertThat(told.find()).isTrue();
        login(line, "administrator", told.group(1));
        for (String user : List.of("billing", "account_manager", "auditor", "finance")) {
            type(PASSWORD);
            assertThat(line.run("users", "add", user, "--role", user)).isZero();
        }
        refused(
                line,
                "needs the role billing; administrator has administrator\n",
                "bill",
                "--from",
                "2026-01-01",
                "--to",
                "2026-01-31");
        login(line, "finance", PASSWORD);
        assertThat(line.run("bill", "--from", "2026-01-01", "--to", "2026-01-31", "--preview"))
                .isZero();
        assertThat(line.out()).doesNotContain("Audit log");
        refused(
                line,
                "needs the role billing; finance has finance\n",
                "bill",
                "--from",
                "2026-01-01",
                "--to",
                "2026-01-31");
        refused(line, "needs the role billing or account_manager or auditor; finance has finance\n", "dates", "K-1");
        login(line, "account_manager", PASSWORD);
        refused(line, "needs the role billing; account_manager has account_manager\n", "import", dossier.toString());
        assertThat(line.run("dates", "K-1")).as("%s", line.err()).isZero();
        login(line, "billing", PASSWORD);
        assertThat(line.run("bill", "--from", "2026-01-01", "--to", "2026-01-31"))
                .as("%s", line.err())
                .isZero();
        Matcher head = Pattern.compile("\nAudit log at (\\d+:[0-9a-f]{16})\n").matcher(line.out());
        assertThat(head.find()).as(line.out()).isTrue();
        assertThat(line.run("issue", "2", "--on", "2026-01-31")).isZero();
        assertThat(line.run("credit", "F2026-000001", "--reason", "wrong", "--on", "2026-02-01"))
                .as("%s", line.err())
                .isZero();
        Path payments = Files.writeString(
                folder.resolve("pay.csv"), "id,invoice,on,amount\nP-1,F2026-000001,2026-01-20,60.00\n");
        line.run("payments", "import", payments.toString());
        assertThat(line.run("bill", "--from", "2026-02-01", "--to", "2026-02-28"))
                .isZero();
        assertThat(line.run("run", "abandon", "3")).as("%s", line.err()).isZero();
        login(line, "auditor", PASSWORD);
        assertThat(line.run("runs")).isZero();
        assertThat(line.out())
                .contains(
                        "Run 2, bill 2026-01-01 to 2026-01-31, done: 1 contracts, 1 documents, 0 parked, gross 120.00 EUR, by billing\n",
                        "Run 1, preview of bill 2026-01-01 to 2026-01-31")
                .containsPattern("Run 1, .*, by finance\n");
        assertThat(line.run("run", "show", "2")).isZero();
        assertThat(line.out())
                .containsPattern("\nbegun \\S+ by billing, ended ")
                .contains("\naudit log then at " + head.group(1) + "\n");
        assertThat(WORK.client()
                        .sql("select source || ' by ' || author from recording order by id")
                        .query(String.class)
                        .list())
                .containsSequence(
                        "import by " + Acting.sitting().name(),
                        "issue of run 2 by billing",
                        "credit of F2026-000001 by billing");
        assertThat(WORK.client()
                        .sql("select author from cancellation")
                        .query(String.class)
                        .single())
                .isEqualTo("billing");
        assertThat(line.run("audit", "log")).isZero();
        assertThat(line.out())
                .contains(
                        Acting.sitting().name()
                                + " dossiers.imported recording 1 {\"source\":\"import\",\"told\":\"1 new, 0 changed\"}\n",
                        " billing run.opened run 2 ",
                        " billing run.done run 2 ",
                        " billing run.issued run 2 {\"F2026\":\"1 to 1\",\"on\":\"2026-01-31\"}\n",
                        " billing invoice.credited invoice F2026-000001 {\"credit_note\":\"A2026-000001\",\"instead\":\"\",\"reason\":\"wrong\"}\n",
                        " billing run.abandoned run 3 ",
                        " finance access.refused bill {\"why\":\"role\"}\n");
        assertThat(line.run("audit", "log", "--json", "--from", "2")).isZero();
        assertThat(line.out())
                .startsWith("{\"seq\":2,\"at\":\"")
                .contains("\"actor\":\"administrator\",\"action\":\"token.created\",");
        assertThat(line.run("audit", "check", "--head", head.group(1)))
                .as("%s", line.out())
                .isZero();
        assertThat(line.out())
                .containsPattern(
                        "^The audit log is whole: \\d+ entries, compared with 3 noted heads; its head is \\d+:[0-9a-f]{16}\n$");
    }

    @Test
    @DisplayName("audit check says what was removed, changed or cut off, with the head of a run's report too")
    void proof() throws IOException {
        CommandLineOf line = new CommandLineOf(PROOF, RuleBooks.of(TestBook.book()));
        assertThat(line.run("audit", "check")).isZero();
        assertThat(line.out()).isEqualTo("The audit log has no entry yet.\n");
        line.run("import", Files.writeString(folder.resolve("k.yaml"), DOSSIER).toString());
        line.run("bill", "--from", "2026-01-01", "--to", "2026-01-31");
        Matcher head = Pattern.compile("Audit log at (\\S+)\n").matcher(line.out());
        assertThat(head.find()).isTrue();
        line.run("issue", "1", "--on", "2026-01-31");
        refused(
                line,
                "\"4\" is no head of the audit log; a number, a colon and 16 digits of 0-9 and a-f are allowed, as in 12:0123456789abcdef\n",
                "audit",
                "check",
                "--head",
                "4");
        PROOF.client().sql("alter table audit_entry disable trigger only_added").update();
        PROOF.client().sql("delete from audit_entry where seq = 5").update();
        assertThat(line.run("audit", "check", "--head", head.group(1)))
                .as("the issue is forgotten, nobody noted it")
                .isZero();
        PROOF.client()
                .sql("update audit_entry set actor = 'nobody' where seq = 3")
                .update();
        assertThat(line.run("audit", "check")).isEqualTo(1);
        assertThat(line.out())
                .isEqualTo("entry 3 (run.opened by nobody) was changed: its hash is not that of what it says\n");
        PROOF.client().sql("delete from audit_entry where seq >= 2").update();
        PROOF.client().sql("update run set audit_seq = null, audit_hash = null").update();
        assertThat(line.run("audit", "check", "--head", head.group(1))).isEqualTo(1);
        String last = PROOF.client()
                .sql("select seq || ':' || left(hash, 16) from audit_entry")
                .query(String.class)
                .single();
        assertThat(line.out())
                .isEqualTo("the log was cut off: the head that is given saw entry " + AuditHead.parse(head.group(1))
                        + ", and its last one is " + last + "\n");
    }

    @Test
    @DisplayName("a file of a token that others may read is refused, as is one that is none")
    void files() throws IOException {
        CommandLineOf line = new CommandLineOf(FILES, RuleBooks.of(TestBook.book()));
        System.setProperty("prorata.token-file", token.toString());
        refused(line, token + ": no such file; PRORATA_TOKEN_FILE names the file of a token\n", "runs");
        Files.writeString(token, "prt_secret");
        Files.setPosixFilePermissions(token, PosixFilePermissions.fromString("rw-r--r--"));
        refused(
                line,
                token + ": others have rights to it (rw-r--r--), and a secret is its owner's alone: chmod 600 " + token
                        + "\n",
                "runs");
        Files.setPosixFilePermissions(token, PosixFilePermissions.fromString("rw-------"));
        refused(line, "the token is not known here; prorata token create makes one\n", "runs");
        Files.writeString(token, "x".repeat(2_000));
        refused(line, token + ": is no token; prorata token create makes one\n", "runs");
    }

    @Test
    @DisplayName(
            "after a restore the log goes on with the key that is brought along, or with a new one by an administrator")
    void restored() throws IOException {
        String[] first = {"--data", UnpackedPrograms.in(folder.resolve("first")).toString()};
        String[] second = {
            "--data", UnpackedPrograms.in(folder.resolve("second")).toString()
        };
        String own = System.getProperty("prorata.audit.key-file");
        System.clearProperty("prorata.audit.key-file");
        try {
            EmbeddedLine line = new EmbeddedLine();
            assertThat(line.run(first, "users", "list")).as("%s", line.err).isZero();
            type(PASSWORD);
            assertThat(line.run(first, "users", "password", "administrator", "--rescue"))
                    .as("%s", line.err)
                    .isZero();
            Path backup = folder.resolve("backup.zip");
            assertThat(line.run(first, "backup", backup.toString()))
                    .as("%s", line.err)
                    .isZero();
            assertThat(line.run(second, "restore", backup.toString()))
                    .as("%s", line.err)
                    .isZero();
            String missing = "which is not in " + folder.resolve("second/audit.key")
                    + "; bring the file audit.key that belongs to this database, or"
                    + " begin with a new key: prorata audit new-key\n";
            assertThat(line.err.toString())
                    .startsWith("the audit log is kept by the key ")
                    .endsWith(missing);
            assertThat(line.run(second, "runs")).as("reading goes on").isZero();
            type(PASSWORD);
            assertThat(line.run(second, "token", "create", "--user", "administrator"))
                    .isEqualTo(2);
            assertThat(line.err.toString()).endsWith(missing);
            Files.copy(
                    folder.resolve("first/audit.key"),
                    folder.resolve("second/audit.key"),
                    java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
            assertThat(line.run(second, "audit", "check")).as("%s", line.out).isZero();
            Files.delete(folder.resolve("second/audit.key"));
            type(PASSWORD);
            assertThat(line.run(second, "audit", "new-key", "--user", "administrator"))
                    .as("%s", line.err)
                    .isZero();
            assertThat(line.out.toString()).startsWith("The audit log goes on with a new key from entry 3:");
            assertThat(line.run(second, "audit", "check")).isEqualTo(1);
            assertThat(line.out.toString())
                    .startsWith("from entry 1 on the log is by the key ")
                    .hasLineCount(1);
        } finally {
            System.setProperty("prorata.audit.key-file", own);
        }
        CommandLineOf line = new CommandLineOf(FILES, RuleBooks.of(TestBook.book()));
        refused(
                line,
                "--rescue is for the embedded database; elsewhere another administrator sets the password\n",
                "users",
                "password",
                "administrator",
                "--rescue");
    }

    /** Commands on embedded databases. */
    private static final class EmbeddedLine {
        private java.io.StringWriter out;
        private java.io.StringWriter err;

        int run(String[] data, String... arguments) {
            out = new java.io.StringWriter();
            err = new java.io.StringWriter();
            return Main.run(
                    () -> null,
                    () -> null,
                    new java.io.PrintWriter(out),
                    new java.io.PrintWriter(err),
                    java.util.stream.Stream.concat(java.util.Arrays.stream(arguments), java.util.Arrays.stream(data))
                            .toArray(String[]::new));
        }
    }

    private void login(CommandLineOf line, String user, String password) throws IOException {
        type(password);
        assertThat(line.run("token", "create", "--user", user))
                .as("%s", line.err())
                .isZero();
        assertThat(line.err())
                .containsPattern("^Token \\d+ of " + user
                        + ", valid until \\d{4}-\\d\\d-\\d\\d, shown only now; put it into PRORATA_TOKEN,"
                        + " or into a file \\(chmod 600\\) that PRORATA_TOKEN_FILE names:\n$");
        Files.writeString(token, line.out());
        Files.setPosixFilePermissions(token, PosixFilePermissions.fromString("rw-------"));
        System.setProperty("prorata.token-file", token.toString());
    }

    private static void type(String... lines) {
        System.setIn(new ByteArrayInputStream(
                String.join("", List.of(lines).stream().map(line -> line + "\n").toList())
                        .getBytes(StandardCharsets.UTF_8)));
    }

    private static void refused(CommandLineOf line, String message, String... arguments) {
        assertThat(List.of(line.run(arguments), line.err())).isEqualTo(List.of(2, message));
    }
}
