package org.prorata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.prorata.access.Identity;
import org.prorata.access.Role;
import org.prorata.book.changes.TablesDiff;
import org.prorata.book.engine.BookSource;
import org.prorata.book.engine.RuleBooks;
import org.prorata.decision.explain.Sentences;
import org.prorata.ledger.Document;
import org.prorata.run.TestBook;
import org.prorata.store.base.AuditKeys;
import org.prorata.store.base.Database;
import org.prorata.store.base.Session;
import org.prorata.store.base.TestDatabase;
import org.prorata.store.books.BookStore;
import org.prorata.store.invoices.Documents;
import org.prorata.store.people.Tokens;

@DisplayName("A database of calculation 3, restored and lived on with")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OldDatabaseTest {

    @RegisterExtension
    static final TestDatabase OLD = TestDatabase.bare();

    private static final Path FOLDER = Path.of("src/test/resources/old");
    private static final Pattern DOCUMENT = Pattern.compile("(?m)^\\S.*\\b([FAN]2026-[0-9]{6}) \\(");
    private static final String CLOSED = " is of calculation 3 and this program has calculation "
            + BookSource.CALCULATION + ", so that it decides nothing by it: ";
    private static final String COUNTS =
            "What fell due up to 2026-11-30 counts as it was billed and is not laid out again: rule books ";

    @TempDir
    static Path folder;

    private static CommandLineOf line;
    private static String keys;

    @BeforeAll
    static void restored() throws IOException {
        keys = System.getProperty("prorata.audit.key-file");
        Path key = Files.copy(FOLDER.resolve("calculation-3.key"), folder.resolve("audit.key"));
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        System.setProperty("prorata.audit.key-file", key.toString());
        line = new CommandLineOf(OLD, RuleBooks.of(TestBook.book()));
        assertThat(line.run("restore", FOLDER.resolve("calculation-3.zip").toString()))
                .as(line.err())
                .isZero();
        as("marie", Role.FINANCE, Role.BILLING);
    }

    @AfterAll
    static void put() {
        System.clearProperty("prorata.token-file");
        System.setProperty("prorata.audit.key-file", keys);
    }

    @Test
    @Order(1)
    @DisplayName("documents are explained from what is stored, as the program that made them did")
    void explained() throws IOException {
        for (String language : List.of("en", "fr")) {
            // what was billed in place of an invoice bears the day of its number, where the old program showed the day
            // that it fell due
            String golden = Files.readString(FOLDER.resolve("calculation-3.explain." + language + ".txt"))
                    .replace("1 October 2026, amounts in EUR, run 6", "30 November 2026, amounts in EUR, run 6")
                    .replace(
                            "1er octobre 2026, montants en EUR, exécution 6",
                            "30 novembre 2026, montants en EUR, exécution 6");
            List<String> documents = DOCUMENT.matcher(golden)
                    .results()
                    .map(found -> found.group(1))
                    .distinct()
                    .toList();
            assertThat(documents).hasSizeGreaterThan(100);
            StringWriter out = new StringWriter();
            Sentences sentences = new Sentences(Locale.forLanguageTag(language));
            documents.forEach(name -> {
                Document document = new Documents(OLD.session()).find(name).orElseThrow();
                Explain.show(document, Explain.citations(OLD.session(), document), sentences, new PrintWriter(out));
            });
            assertThat(ids(out.toString())).isEqualTo(ids(golden));
        }
    }

    /** Where a clause stands is the register's to say, which may know it better or no more. */
    private static String ids(String explained) {
        return explained.replaceAll("\\([^()\n]*\\)", "()").replaceAll("( \\(\\))+", "");
    }

    @Test
    @Order(2)
    @DisplayName("runs come to what they came to, and each document is said to be of another calculation")
    void shown() throws IOException {
        StringBuilder shown = new StringBuilder();
        for (int run : List.of(1, 2, 4, 5, 6, 7)) {
            line.run("run", "show", String.valueOf(run));
            line.out()
                    .lines()
                    .filter(each -> !each.startsWith("begun ")
                            && !each.startsWith("audit log")
                            && !each.contains(" contracts are met for the first time: "))
                    .forEach(each -> shown.append(each).append('\n'));
        }
        assertThat(shown.toString()).isEqualTo(Files.readString(FOLDER.resolve("calculation-3.runs.txt")));
        assertThat(line.run("replay", "--all")).isEqualTo(1);
        assertThat(line.out()
                        .lines()
                        .filter(each -> each.endsWith(": decided by calculation 3, this program has calculation "
                                + BookSource.CALCULATION + " and does not compute it again")))
                .hasSize(109);
        // what cancels is the negative of what it cancels, whatever computed that
        assertThat(line.out()).contains("2 the same, 0 differ, 109 of another calculation");
    }

    @Test
    @Order(3)
    @DisplayName("a run that broke off is named and abandoned; then each command names the book and what to do")
    void refused() throws IOException {
        for (String[] command : new String[][] {
            {"bill", "--from", "2026-12-01", "--to", "2026-12-31"}, {"late", "--on", "2026-12-05"}, {"retry", "4"}
        }) {
            refused(
                    "run 9 (bill 2026-12-01 to 2026-12-31) was begun by calculation 3 and this program has calculation "
                            + BookSource.CALCULATION
                            + ": go on with it by the program that began it, or take its drafts away by prorata run abandon 9\n",
                    command);
        }
        assertThat(line.run("run", "abandon", "9")).as(line.err()).isZero();
        String book = OLD.client()
                .sql("select book from activation where from_day = '2026-11-01'")
                .query(String.class)
                .single();
        String propose =
                "put the book that it brings along in force from the first day that is not billed yet (prorata tables propose --shipped --reason TEXT,"
                        + " then approve and activate), or ask the program that had 3\n";
        String december = "the rule book in force on 2026-12-01, " + book + "," + CLOSED + propose;
        refused(december, "bill", "--from", "2026-12-01", "--to", "2026-12-31");
        refused(december, "bill", "--from", "2026-12-01", "--to", "2026-12-31", "--preview");
        refused(december, "late", "--on", "2026-12-01");
        refused(december, "tables", "impact", "--proposal", "3", "--from", "2026-12-01", "--to", "2026-12-31");
        refused(december, "exit", "TU-2024-0010", "--dates", "2026-12-01");
        refused("the rule book in force on 2026-11-01, " + book + "," + CLOSED + propose, "retry", "4");
        assertThat(line.run("import", "src/demo/portfolio/standard/ST-2026-0016.yaml"))
                .as(line.err())
                .isZero();
        Path payments = Files.writeString(
                folder.resolve("payments.csv"), "id,invoice,on,amount\nP-9,F2026-000011,2026-11-28,1.00\n");
        assertThat(line.run("payments", "import", payments.toString()))
                .as(line.err())
                .isZero();
        assertThat(line.run("credit", "F2026-000012", "--reason", "x", "--rebill"))
                .isEqualTo(2);
        assertThat(line.err())
                .startsWith("F2026-000012 fell due under the rule book ")
                .contains(" of calculation 3, and this program has calculation " + BookSource.CALCULATION
                        + ": what is due in its place cannot be worked out here. Credit it without --rebill");
        assertThat(line.run("credit", "F2026-000012", "--reason", "x"))
                .as(line.err())
                .isZero();
    }

    @Test
    @Order(4)
    @DisplayName("what finance changed is carried onto the program's book, told in both languages, and put in force")
    void carried() throws IOException {
        assertThat(line.run("tables", "propose", "--shipped", "--reason", "the release"))
                .as(line.err())
                .isZero();
        assertThat(line.out())
                .contains(
                        "carried over: changed: service-level!bands connelink-at-99-5 (row 8): percent 10 → 14\n",
                        "carried over: changed: late-payment!recovery-fee france (row 5): amount 40 → 45.5\n",
                        "carried over: changed: termination!end teachup-provider-breach (row 12): notice_days 30 → 45\n",
                        "carried over: changed: price-revision!notice sesame-monthly (row 9): notice_days 60 → 75\n",
                        "carried over: added: late-payment!formal-notice scalingo (row 7): ",
                        "carried over: added: interest-rates!ecb year 2027, half 1 (row ",
                        "carried over: removed: reversibility!unpaid teachup (row 5): ",
                        "carried over: changed: service-level!tests connelink-at-99-5 (row 8): expected \"10 %\" → \"14 %\"\n")
                .doesNotContain("not carried over");
        assertThat(line.run("tables", "show", "4", "--language", "fr")).isZero();
        assertThat(line.out())
                .contains("repris : modifiée : late-payment!recovery-fee france (ligne 5) : amount 40 → 45.5\n");
        BookStore books = new BookStore(OLD.session());
        BookSource proposed = books.load(OLD.client()
                .sql("select book from proposal where id = 4")
                .query(String.class)
                .single());
        assertThat(proposed.calculation()).isEqualTo(BookSource.CALCULATION);
        assertThat(TablesDiff.between(TestBook.source().tables(), proposed.tables()))
                .extracting(TablesDiff.RowDifference::key)
                .containsExactlyInAnyOrder(
                        "connelink-at-99-5",
                        "france",
                        "teachup-provider-breach",
                        "sesame-monthly",
                        "scalingo",
                        "year 2027, half 1",
                        "teachup");
        as("paul", Role.APPROVER);
        assertThat(line.run("tables", "approve", "4", "--reason", "seen"))
                .as(line.err())
                .isZero();
        as("marie", Role.FINANCE, Role.BILLING);
        refused(
                "--from 2026-11-30: days up to 2026-11-30 are billed already, and keep their rule book; the earliest day allowed is 2026-12-01\n",
                "tables",
                "activate",
                "4",
                "--from",
                "2026-11-30");
        assertThat(line.run("tables", "activate", "4", "--from", "2026-12-01"))
                .as(line.err())
                .isZero();
    }

    @Test
    @Order(5)
    @DisplayName(
            "the next month is billed as the old program would have, nothing of the days before, said once; again nothing more")
    void billedOn() throws IOException {
        assertThat(line.run("bill", "--from", "2026-11-25", "--to", "2026-12-31"))
                .isEqualTo(2);
        assertThat(line.err()).contains("from 2026-12-01 on ", " is in force; ask for a day from then on");
        assertThat(line.run("retry", "4")).isEqualTo(1);
        assertThat(line.err())
                .contains(", is of calculation 3; ", ", in force from 2026-12-01 on, decides in its place.");
        assertThat(line.out()).contains("parked ST-2026-0049");
        assertThat(line.run("bill", "--from", "2026-12-01", "--to", "2026-12-31"))
                .isEqualTo(1);
        // the old program, which billed it before the backup and abandoned it, came to the same, but for the contract
        // imported since
        assertThat(line.out()).containsOnlyOnce(COUNTS).contains("41 contracts, ", "1 parked");
        assertThat(OLD.client()
                        .sql(
                                "select coalesce(sum(gross), 0) from invoice where run = (select max(id) from run) and contract_id <> 'ST-2026-0016'")
                        .query(BigDecimal.class)
                        .single())
                .isEqualByComparingTo("34550.67");
        assertThat(OLD.client()
                        .sql(
                                "select count(*) from invoice_line l join invoice i on i.id = l.invoice where i.run = (select max(id) from run)"
                                        + " and (l.on_day < '2026-12-01' or l.catch_up)")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(line.run("bill", "--from", "2026-12-01", "--to", "2026-12-31"))
                .isEqualTo(1);
        assertThat(line.out())
                .contains("Nothing is billed; what is due of the contracts that are parked is not known.")
                .containsOnlyOnce(COUNTS);
        assertThat(line.err()).doesNotContain("brings along");
        assertThat(line.run("late", "--on", "2026-12-31")).isEqualTo(1);
    }

    @Test
    @Order(6)
    @DisplayName(
            "what was parked comes with the first run that can decide it, from the window on in which it was parked")
    void parkedBefore() throws IOException {
        String dossier = Files.readString(Path.of("src/demo/portfolio/standard/ST-2026-0049.yaml"))
                .replace("country: CH", "country: FR");
        Path mended = Files.writeString(folder.resolve("mended.yaml"), dossier);
        assertThat(line.run("import", mended.toString())).as(line.err()).isZero();
        assertThat(line.run("bill", "--from", "2026-12-01", "--to", "2026-12-31"))
                .as(line.err())
                .isZero();
        assertThat(line.out()).contains("0 parked");
    }

    @Test
    @Order(7)
    @DisplayName(
            "its book is edited, proposed, looked at, approved, activated and billed by; a replay proves the new beside the old")
    void edited() throws IOException {
        BookSource inForce = new BookStore(OLD.session())
                .load(OLD.client()
                        .sql("select book from activation order by id desc limit 1")
                        .query(String.class)
                        .single());
        assertThat(line.run("tables", "new", "--to", folder.resolve("edit").toString(), "late-payment"))
                .as(line.err())
                .isZero();
        assertThat(inForce.calculation()).isEqualTo(BookSource.CALCULATION);
        twins(folder.resolve("edit").toString());
        Path twin = folder.resolve("edit/late-payment.yaml");
        Files.writeString(
                twin,
                Files.readString(twin).replace("amount: 45.5", "amount: 48").replace("expected: 45.5", "expected: 48"));
        twins(folder.resolve("edit").toString(), "--to-workbooks");
        String edited = folder.resolve("edit/late-payment.xlsx").toString();
        assertThat(line.run("tables", "impact", edited, "--from", "2027-01-01", "--to", "2027-01-31"))
                .as(line.err())
                .isLessThan(2);
        assertThat(line.run("tables", "propose", edited, "--reason", "fee"))
                .as(line.err())
                .isZero();
        as("paul", Role.APPROVER);
        assertThat(line.run("tables", "approve", "5", "--reason", "seen"))
                .as(line.err())
                .isZero();
        as("marie", Role.FINANCE, Role.BILLING);
        assertThat(line.run("tables", "activate", "5", "--from", "2027-01-01"))
                .as(line.err())
                .isZero();
        assertThat(line.run("bill", "--from", "2027-01-01", "--to", "2027-01-31"))
                .as(line.err())
                .isLessThan(2);
        assertThat(line.out()).containsOnlyOnce(COUNTS);
        assertThat(OLD.client()
                        .sql(
                                "select count(*) from invoice_line l join invoice i on i.id = l.invoice where i.run = (select max(id) from run)"
                                        + " and (l.on_day < '2027-01-01' or l.catch_up)")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(line.run("replay", "--all")).isEqualTo(1);
        assertThat(line.out()).contains(" the same, 0 differ, 109 of another calculation");
    }

    /** A command without a database. */
    private static void twins(String... arguments) {
        StringWriter said = new StringWriter();
        assertThat(Main.run(
                        () -> new BookDecider(RuleBooks.of(TestBook.book())),
                        () -> RuleBooks.of(TestBook.book()),
                        new PrintWriter(said),
                        new PrintWriter(said),
                        Stream.concat(Stream.of("tables", "twins"), Stream.of(arguments))
                                .toArray(String[]::new)))
                .as("%s", said)
                .isZero();
    }

    private static void refused(String message, String... command) {
        assertThat(line.run(command)).isEqualTo(2);
        assertThat(line.err()).endsWith(message);
    }

    private static void as(String name, Role... roles) throws IOException {
        try (Database database = Database.open(OLD.settings())) {
            Identity identity = new Identity(name, EnumSet.copyOf(List.of(roles)), true);
            Session session =
                    database.session(TestDatabase.tester().as(identity), AuditKeys.in(folder.resolve("audit.key")));
            Path token = folder.resolve(name + ".token");
            Files.writeString(
                    token, new Tokens(session).create(identity, "test", 1).secret());
            Files.setPosixFilePermissions(token, PosixFilePermissions.fromString("rw-------"));
            System.setProperty("prorata.token-file", token.toString());
        }
    }
}
