package org.prorata.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.prorata.access.Identity;
import org.prorata.access.Role;
import org.prorata.book.engine.BookSource;
import org.prorata.book.engine.RuleBook;
import org.prorata.book.engine.RuleBooks;
import org.prorata.book.workbook.WorkbookWriter;
import org.prorata.contract.Ask;
import org.prorata.ledger.Progress;
import org.prorata.ledger.RunRefused;
import org.prorata.ledger.TablesRefused;
import org.prorata.run.EditedBook;
import org.prorata.run.InForce;
import org.prorata.run.PortfolioRun;
import org.prorata.run.TestBook;
import org.prorata.store.base.AuditKeys;
import org.prorata.store.base.Database;
import org.prorata.store.base.Session;
import org.prorata.store.base.TestDatabase;
import org.prorata.store.books.Activations;
import org.prorata.store.books.BookStore;
import org.prorata.store.books.ProposedBooks;
import org.prorata.store.people.Identities;
import org.prorata.store.people.Tokens;

@DisplayName("The life of a proposal")
class TablesLifeTest {

    @RegisterExtension
    static final TestDatabase LIFE = new TestDatabase();

    @RegisterExtension
    static final TestDatabase OTHER = new TestDatabase();

    @RegisterExtension
    static final TestDatabase FORGED = new TestDatabase();

    @RegisterExtension
    static final TestDatabase RACE = new TestDatabase();

    @RegisterExtension
    static final TestDatabase UPGRADE = new TestDatabase();

    @RegisterExtension
    static final TestDatabase OVERTAKEN = new TestDatabase();

    @RegisterExtension
    static final TestDatabase OLDER_RULES = new TestDatabase();

    private static final String DOSSIER = """
            terms: standard
            customer: {country: FR}
            contract:
              id: K-1
              start: 2026-09-01
              term_months: null
              proration: daily
              billing: {every: month, timing: advance}
              items:
                - {id: seats, quantity: 1, price: 100.00, per: month, from: 2026-09-01}
                - {id: early, quantity: 1, price: 30.00, per: month, from: 2026-09-11}
                - {id: after, quantity: 1, price: 31.00, per: month, from: 2026-10-12}
            """;

    @TempDir
    Path folder;

    @AfterEach
    void nobody() {
        System.clearProperty("prorata.token-file");
    }

    @Test
    @DisplayName(
            "from a workbook to invoices by two books and back, each step by its person, each refusal with its reason")
    void life() throws IOException {
        CommandLineOf line = new CommandLineOf(LIFE, RuleBooks.of(TestBook.book()));
        people(LIFE, "marie", Role.FINANCE, Role.APPROVER, Role.BILLING);
        people(LIFE, "ana", Role.APPROVER);
        people(LIFE, "paul", Role.FINANCE);
        String shipped = TestBook.book().version();
        Path edited = workbook("situation: added, method: full");
        String proposed = whole().version();

        refused(
                line,
                "this is done by a person who proves who it is: put a token into PRORATA_TOKEN, or its file into PRORATA_TOKEN_FILE;"
                        + " prorata token create --user NAME makes one\n",
                "tables",
                "propose",
                edited.toString(),
                "--reason",
                "x");
        as(LIFE, "marie");
        refused(line, "what is proposed? Workbooks or --shipped are wanted\n", "tables", "propose", "--reason", "x");
        refused(
                line,
                "nothing changes: the tables have the values of the rule book " + shipped + "\n",
                "tables",
                "propose",
                "spreadsheets/proration.xlsx",
                "--reason",
                "x");
        record(LIFE);
        assertThat(line.run("bill", "--from", "2026-09-01", "--to", "2026-09-30"))
                .as("%s", line.err())
                .isZero();
        assertThat(line.out()).contains("Rule book " + shipped);
        assertThat(line.run("tables", "propose", edited.toString(), "--reason", "added months count whole"))
                .as("%s", line.err())
                .isZero();
        assertThat(line.out())
                .isEqualTo(
                        "Proposal 1, rule book " + proposed + ", on " + shipped
                                + ":\n  changed: proration!partial standard-daily-added (row 6): method daily → full\n"
                                + "  tests: 50 passed, 0 failed\nNext, by another person: prorata tables approve 1 --reason TEXT\n");
        refused(
                line,
                "proposal 1 is not approved yet: prorata tables approve 1 --reason TEXT, by another person than marie\n",
                "tables",
                "activate",
                "1",
                "--from",
                "2026-10-01");
        refused(
                line,
                "proposal 1 is marie's own; another person approves or rejects it\n",
                "tables",
                "approve",
                "1",
                "--reason",
                "mine");
        refused(
                line,
                "there is no proposal 7; prorata tables log lists them\n",
                "tables",
                "approve",
                "7",
                "--reason",
                "x");
        refused(
                line,
                "--reason is empty; say in some words why it is approved\n",
                "tables",
                "approve",
                "1",
                "--reason",
                " ");
        // the database itself holds that, whoever writes
        assertThatThrownBy(() -> LIFE.session().client().sql("""
                insert into approval (proposal, author, by_whom, approved, reason) values (1, 'marie', 'marie', true, 'x')""").update()).hasStackTraceContaining("two_persons");
        assertThatThrownBy(() -> LIFE.session().client().sql("""
                insert into approval (proposal, author, by_whom, approved, reason) values (1, 'other', 'marie', true, 'x')""").update()).hasStackTraceContaining("foreign key");
        for (String never : List.of(
                "update proposal set author = 'x'",
                "delete from approval",
                "update activation set book = book",
                "delete from activation",
                "truncate proposal",
                "delete from run_book",
                "update portfolio_limit set amount = 1")) {
            assertThatThrownBy(() -> LIFE.session().client().sql(never).update())
                    .as(never)
                    .hasStackTraceContaining("permission denied");
        }
        as(LIFE, "ana");
        refused(line, "needs the role finance; ana has approver\n", "tables", "propose", "--shipped", "--reason", "x");
        assertThat(line.run("tables", "approve", "1", "--reason", "agreed"))
                .as("%s", line.err())
                .isZero();
        assertThat(line.out()).isEqualTo("Proposal 1 is approved. Next: prorata tables activate 1 --from DATE\n");
        assertThat(line.run("tables", "approve", "1", "--reason", "again")).isEqualTo(2);
        assertThat(line.err()).startsWith("proposal 1 is approved already, by ana on ");
        assertThat(line.run("tables", "limit", "--amount", "10")).isZero();
        as(LIFE, "marie");
        refused(
                line,
                "--from 2026-09-30: days up to 2026-09-30 are billed already, and keep their rule book; the earliest day allowed is"
                        + " 2026-10-01\n",
                "tables",
                "activate",
                "1",
                "--from",
                "2026-09-30");
        String unknown =
                "what proposal 1 moves is not known, and more than 10 may not be moved: look first over a month or more that is not billed"
                        + " yet, by prorata tables impact --proposal 1 --from 2026-10-01 --to 2026-10-31, or an approver accepts it unseen by --accept-impact\n";
        refused(line, unknown, "tables", "activate", "1", "--from", "2026-10-01");
        // days on which nothing is due, and days long after it is in force, say nothing
        for (String day : List.of("2026-10-02", "2027-03-02")) {
            assertThat(line.run(
                            "tables",
                            "impact",
                            "--proposal",
                            "1",
                            "--from",
                            day,
                            "--to",
                            day.equals("2026-10-02") ? day : "2027-04-30"))
                    .as("%s", line.err())
                    .isZero();
            refused(line, unknown, "tables", "activate", "1", "--from", "2026-10-01");
        }
        assertThat(line.run("tables", "impact", "--proposal", "1", "--from", "2026-10-01", "--to", "2026-10-31"))
                .as("%s", line.err())
                .isZero();
        // what is missing of the month begun on the 12th: 11 of 31 days, and tax
        BigDecimal moved = new ProposedBooks(LIFE.session()).find(1).moved();
        assertThat(moved).isEqualByComparingTo("13.20");
        assertThat(line.run("tables", "impact", "--proposal", "1", "--from", "2026-10-03", "--to", "2026-10-04"))
                .isZero();
        String over = "proposal 1 moves " + moved.toPlainString()
                + " from 2026-10-01 to 2026-10-31, more than the limit of 10; another approver may"
                + " accept that by --accept-impact\n";
        refused(line, over, "tables", "activate", "1", "--from", "2026-10-01");
        refused(
                line,
                "proposal 1 is marie's own; another approver accepts what it moves\n",
                "tables",
                "activate",
                "1",
                "--from",
                "2026-10-01",
                "--accept-impact");
        as(LIFE, "paul");
        refused(
                line,
                "--accept-impact needs the role approver; paul has finance\n",
                "tables",
                "activate",
                "1",
                "--from",
                "2026-10-01",
                "--accept-impact");
        as(LIFE, "ana");
        refused(line, over, "tables", "activate", "1", "--from", "2026-10-01");
        assertThat(line.run("tables", "activate", "1", "--from", "2026-10-01", "--accept-impact"))
                .as("%s", line.err())
                .isZero();
        assertThat(line.out())
                .isEqualTo("Activation 2: the rule book " + proposed + " is in force from 2026-10-01 on.\n");
        assertThat(LIFE.client()
                        .sql(
                                "select detail from audit_entry where action = 'tables.activated' order by seq desc limit 1")
                        .query(String.class)
                        .single())
                .contains("\"accepted_impact\":\"" + over.strip());
        refused(
                line,
                "proposal 1 is in force already, from 2026-10-01 on, by ana\n",
                "tables",
                "activate",
                "1",
                "--from",
                "2026-11-01");
        refused(
                line,
                "activation 2 is ana's own; another approver rolls it back\n",
                "tables",
                "rollback",
                "--to",
                shipped,
                "--from",
                "2026-11-01",
                "--reason",
                "x");

        as(LIFE, "marie");
        assertThat(line.run("bill", "--from", "2026-10-01", "--to", "2026-10-31"))
                .as("%s", line.err())
                .isZero();
        assertThat(line.out()).contains("Rule book " + proposed);
        assertThat(LIFE.client()
                        .sql("select item || ' ' || amount from invoice_line where on_day >= '2026-10-01' order by 1")
                        .query(String.class)
                        .list())
                .as("nothing of September is corrected")
                .containsExactly("after 31.00", "early 30.00", "seats 100.00");
        refused(
                line,
                "\"nothing\" was never in force here; prorata tables log lists what was\n",
                "tables",
                "rollback",
                "--to",
                "nothing",
                "--from",
                "2026-11-01",
                "--reason",
                "x");
        assertThat(line.run(
                        "tables",
                        "rollback",
                        "--to",
                        shipped.substring(0, 6),
                        "--from",
                        "2026-11-01",
                        "--reason",
                        "clients complained"))
                .as("%s", line.err())
                .isZero();
        assertThat(line.out())
                .isEqualTo("Activation 3: the rule book " + shipped + " is in force again from 2026-11-01 on.\n");
        assertThat(line.run("bill", "--from", "2026-11-01", "--to", "2026-11-30"))
                .as("%s", line.err())
                .isZero();
        assertThat(LIFE.client()
                        .sql("select item || ' ' || amount from invoice_line where on_day >= '2026-11-01' order by 1")
                        .query(String.class)
                        .list())
                .containsExactly("after 31.00", "early 30.00", "seats 100.00");
        assertThat(line.run("replay", "--all"))
                .as("%s%s", line.out(), line.err())
                .isZero();
        assertThat(line.run("tables", "log")).isZero();
        assertThat(line.out())
                .containsSubsequence(
                        "marie activated activation 1, rule book " + shipped
                                + ", from the beginning: the rule book of the program",
                        "marie was refused to propose rule book " + shipped + ": nothing changes",
                        "marie proposed proposal 1, rule book " + proposed + ": added months count whole",
                        "marie was refused to approve proposal 1: proposal 1 is marie's own",
                        "ana approved proposal 1",
                        "ana activated proposal 1",
                        "from 2026-10-01 on",
                        "marie rolled back to activation 1",
                        "clients complained");
        assertThat(line.run("tables", "log", "--language", "fr")).isZero();
        assertThat(line.out())
                .containsSubsequence(
                        "marie a mis en vigueur l’activation 1, jeu de règles " + shipped + ", depuis le début : ",
                        "refusé à marie, qui proposait le jeu de règles " + shipped + " : ",
                        "marie a soumis la proposition 1, jeu de règles " + proposed + " : added months count whole",
                        "refusé à marie, qui approuvait la proposition 1 : ",
                        "ana a approuvé la proposition 1",
                        "ana a mis en vigueur la proposition 1",
                        "à partir du 2026-10-01 : ",
                        "retour de marie à l’activation 1",
                        "clients complained");
        assertThat(line.run(
                        "tables",
                        "export",
                        proposed,
                        "--to",
                        folder.resolve("out").toString()))
                .as("%s", line.err())
                .isZero();
        assertThat(folder.resolve("out/proration.xlsx")).exists();
        refused(
                line,
                "nothing changes: the tables have the values of the rule book " + shipped + "\n",
                "tables",
                "propose",
                "--shipped",
                "--reason",
                "x");
    }

    @Test
    @DisplayName("of two at once one wins and the other is told; a rejected one stays rejected")
    void race() throws Exception {
        people(RACE, "marie", Role.FINANCE);
        people(RACE, "ana", Role.APPROVER);
        BookSource shipped = TestBook.source();
        try (Database finance = Database.open(RACE.settings());
                Database approver = Database.open(RACE.settings())) {
            Session marie = as(finance, "marie", Role.FINANCE);
            Session ana = as(approver, "ana", Role.APPROVER);
            new Activations(marie).begun(shipped);
            for (String method : List.of("full", "remaining_months, month_begun: whole", "none")) {
                BookSource other = source(
                        "situation: added, method: " + (method.equals("none") ? "full" : method),
                        method.equals("none") ? "last" : "added");
                new ProposedBooks(marie).propose(other, List.of(), shipped, "r", java.util.Map.of());
            }
            new ProposedBooks(ana).answer(1, true, "r");
            new ProposedBooks(ana).answer(2, true, "r");
            new ProposedBooks(ana).answer(3, false, "too dear");
            assertThatThrownBy(() -> new ProposedBooks(ana).answer(3, true, "r"))
                    .isInstanceOf(TablesRefused.class)
                    .hasMessageContaining("proposal 3 is rejected already, by ana on ")
                    .hasMessageEndingWith(": propose anew what is mended");
            assertThatThrownBy(
                            () -> new Activations(marie).activate(3, LocalDate.of(2026, 11, 1), false, Optional::empty))
                    .hasMessage("proposal 3 is rejected, by ana: too dear");
            ExecutorService two = Executors.newFixedThreadPool(2);
            List<Callable<String>> both = List.of(() -> tried(marie, 1), () -> tried(ana, 2));
            List<String> outcomes = new ArrayList<>();
            for (Future<String> each : two.invokeAll(both)) {
                outcomes.add(each.get());
            }
            two.shutdown();
            assertThat(outcomes).containsOnlyOnce("won");
            assertThat(outcomes)
                    .filteredOn(outcome -> !outcome.equals("won"))
                    .singleElement()
                    .asString()
                    .matches("proposal [12] was made on the rule book " + shipped.version()
                            + ", but [0-9a-f]{16} is in force since, from 2026-11-01 on,"
                            + " by (marie|ana): propose again on [0-9a-f]{16}");
            assertThat(RACE.client()
                            .sql("select count(*) from activation")
                            .query(Long.class)
                            .single())
                    .isEqualTo(2);
        }
    }

    @Test
    @DisplayName(
            "a run whose books were looked up before another one came into force is refused, and begins by it when asked again")
    void overtaken() throws IOException {
        record(OVERTAKEN);
        people(OVERTAKEN, "marie", Role.FINANCE);
        people(OVERTAKEN, "ana", Role.APPROVER);
        try (Database finance = Database.open(OVERTAKEN.settings());
                Database approver = Database.open(OVERTAKEN.settings())) {
            Session marie = as(finance, "marie", Role.FINANCE);
            Session ana = as(approver, "ana", Role.APPROVER);
            RuleBooks looked = InForce.of(marie, TestBook.book());
            BookSource other = source("situation: added, method: full", "added");
            new ProposedBooks(marie).propose(other, List.of(), TestBook.source(), "r", java.util.Map.of());
            new ProposedBooks(ana).answer(1, true, "r");
            new Activations(marie).activate(1, LocalDate.of(2026, 11, 10), false, Optional::empty);
            PortfolioRun runs = new PortfolioRun(OVERTAKEN.session());
            Ask.Bill november = new Ask.Bill(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30));
            assertThatThrownBy(() -> runs.run(november, looked, Progress.NONE))
                    .isInstanceOf(RunRefused.class)
                    .hasMessage("another rule book came into force just now; the same command begins by it");
            assertThatThrownBy(() -> runs.run(new Ask.Late(LocalDate.of(2026, 11, 10)), TestBook.book(), Progress.NONE))
                    .isInstanceOf(RunRefused.class);
            assertThat(OVERTAKEN
                            .client()
                            .sql("select count(*) from run")
                            .query(Long.class)
                            .single())
                    .isZero();
            assertThat(runs.run(november, InForce.of(marie, TestBook.book()), Progress.NONE))
                    .extracting(result -> result.run().book())
                    .containsExactly(TestBook.book().version(), other.version());
        }
    }

    @Test
    @DisplayName(
            "a book of another calculation is neither billed by nor put in force, at first or again; the program's own takes its place")
    void otherCalculation() throws Exception {
        people(OTHER, "marie", Role.FINANCE, Role.BILLING);
        people(OTHER, "ana", Role.APPROVER);
        BookSource older = older(TestBook.source());
        BookSource edited = older(source("situation: added, method: full", "added"));
        try (Database finance = Database.open(OTHER.settings())) {
            Session marie = as(finance, "marie", Role.FINANCE);
            new Activations(marie).begun(older);
            new BookStore(marie).save(edited);
            marie.tx()
                    .executeWithoutResult(status -> marie.client()
                            .sql("insert into proposal (book, base, author, reason) values (?, ?, 'marie', 'r')")
                            .param(edited.version())
                            .param(older.version())
                            .update());
        }
        record(OTHER);
        CommandLineOf line = new CommandLineOf(OTHER, RuleBooks.of(TestBook.book()));
        String has = " is of calculation " + (BookSource.CALCULATION - 1) + " and this program has calculation "
                + BookSource.CALCULATION;
        String notBilled = ", " + older.version() + "," + has
                + ", so that it decides nothing by it: put the book that it brings along in force from the"
                + " first day that is not billed yet (prorata tables propose --shipped --reason TEXT, then approve and activate), or ask the program that had "
                + (BookSource.CALCULATION - 1) + "\n";
        as(OTHER, "marie");
        for (String preview : List.of("--preview", "--to")) {
            assertThat(line.run(
                            preview.equals("--to")
                                    ? new String[] {"bill", "--from", "2026-09-01", "--to", "2026-09-30"}
                                    : new String[] {"bill", "--from", "2026-09-01", "--to", "2026-09-30", preview}))
                    .isEqualTo(2);
            assertThat(line.err()).endsWith("the rule book in force on 2026-09-01" + notBilled);
        }
        assertThat(line.run("late", "--on", "2026-09-30")).isEqualTo(2);
        assertThat(line.err()).endsWith("the rule book in force on 2026-09-30" + notBilled);
        refused(
                line,
                "the rule book in force" + has
                        + ": propose the workbooks on the book that it brings along, by --shipped\n",
                "tables",
                "propose",
                workbook("situation: added, method: full").toString(),
                "--reason",
                "x");
        as(OTHER, "ana");
        assertThat(line.run("tables", "approve", "1", "--reason", "r"))
                .as("%s", line.err())
                .isZero();
        String notActivated = has
                + ", which could not bill by it: propose its workbooks on the book that the program brings along, by"
                + " prorata tables propose --shipped FILE…\n";
        refused(
                line,
                "the rule book " + edited.version() + notActivated,
                "tables",
                "activate",
                "1",
                "--from",
                "2026-09-01");
        as(OTHER, "marie");
        assertThat(line.run("tables", "propose", "--shipped", "--with-failing-tests", "--reason", "the new release"))
                .as("%s", line.err())
                .isZero();
        as(OTHER, "ana");
        assertThat(line.run("tables", "approve", "2", "--reason", "r")).isZero();
        as(OTHER, "marie");
        assertThat(line.run("tables", "activate", "2", "--from", "2026-09-01"))
                .as("%s", line.err())
                .isZero();
        assertThat(line.run("bill", "--from", "2026-09-01", "--to", "2026-09-30"))
                .as("%s", line.err())
                .isZero();
        as(OTHER, "ana");
        refused(
                line,
                "the rule book " + older.version() + notActivated,
                "tables",
                "rollback",
                "--to",
                "1",
                "--from",
                "2026-10-01",
                "--reason",
                "x");
    }

    @Test
    @DisplayName(
            "what was put under the name of a rule book behind the program's back is neither proposed on nor decided by")
    void underItsName() throws IOException {
        people(FORGED, "marie", Role.FINANCE);
        as(FORGED, "marie");
        CommandLineOf line = new CommandLineOf(FORGED, RuleBooks.of(TestBook.book()));
        Path edited = workbook("situation: added, method: full");
        String proposed = whole().version();
        FORGED.client()
                .sql("insert into rule_book (version, rules, tables, calculation) values (?, '{}', '[]', ?)")
                .param(proposed)
                .param(BookSource.CALCULATION)
                .update();
        refused(
                line,
                "the database holds something else than the rule book " + proposed + " under its name\n",
                "tables",
                "propose",
                edited.toString(),
                "--reason",
                "x");
        refused(
                line,
                "the database holds something else than the rule book " + proposed + " under its name\n",
                "tables",
                "export",
                proposed,
                "--to",
                folder.resolve("out").toString());
    }

    private static BookSource older(BookSource source) {
        return new BookSource(source.rules(), source.tables(), BookSource.CALCULATION - 1);
    }

    @Test
    @DisplayName("a newer program goes on with the book in force until its own is proposed and approved")
    void upgrade() throws IOException {
        record(UPGRADE);
        CommandLineOf before = new CommandLineOf(UPGRADE, RuleBooks.of(TestBook.book()));
        assertThat(before.run("bill", "--from", "2026-09-01", "--to", "2026-09-30"))
                .as("%s", before.err())
                .isZero();
        RuleBook newer = whole();
        CommandLineOf line = new CommandLineOf(UPGRADE, RuleBooks.of(newer));
        assertThat(line.run("bill", "--from", "2026-10-01", "--to", "2026-10-31"))
                .as("%s", line.err())
                .isZero();
        assertThat(line.err())
                .contains("The program brings along the rule book " + newer.version() + "; in force stays "
                        + TestBook.book().version()
                        + ". To propose it: prorata tables propose --shipped --reason TEXT\n");
        assertThat(UPGRADE.client()
                        .sql("select distinct book from run")
                        .query(String.class)
                        .list())
                .containsExactly(TestBook.book().version());
        assertThat(UPGRADE.client()
                        .sql("select amount::text from invoice_line where item = 'after'")
                        .query(String.class)
                        .single())
                .isEqualTo("20.00");
        people(UPGRADE, "marie", Role.FINANCE, Role.BILLING);
        as(UPGRADE, "marie");
        assertThat(line.run("tables", "propose", "--shipped", "--with-failing-tests", "--reason", "the new release"))
                .as("%s", line.err())
                .isZero();
        assertThat(line.run("bill", "--from", "2026-11-01", "--to", "2026-11-30"))
                .as("%s", line.err())
                .isZero();
        assertThat(line.err()).doesNotContain("brings along");
    }

    @Test
    @DisplayName("workbooks on rules of another program say so, and can be proposed on those of this one")
    void olderRules() throws IOException {
        java.util.Map<String, String> rules =
                new java.util.TreeMap<>(TestBook.source().rules());
        rules.computeIfPresent("vat.drl", (file, text) -> text + "// as it was\n");
        BookSource older = new BookSource(rules, TestBook.source().tables(), BookSource.CALCULATION);
        new Activations(OLDER_RULES.session()).begun(older);
        people(OLDER_RULES, "marie", Role.FINANCE);
        as(OLDER_RULES, "marie");
        CommandLineOf line = new CommandLineOf(OLDER_RULES, RuleBooks.of(TestBook.book()));
        Path edited = workbook("situation: added, method: full");
        String said =
                "the rules are those of another program, which may not know columns that came since; --shipped with the workbooks takes this program's";
        assertThat(line.run("tables", "propose", edited.toString(), "--reason", "r"))
                .as("%s", line.err())
                .isZero();
        assertThat(line.out()).contains(said);
        assertThat(line.run("tables", "propose", "--shipped", edited.toString(), "--reason", "r"))
                .as("%s", line.err())
                .isZero();
        assertThat(line.out()).doesNotContain(said).contains("rules: other text in vat.drl");
    }

    private static String tried(Session session, long proposal) {
        try {
            new Activations(session).activate(proposal, LocalDate.of(2026, 11, 1), false, Optional::empty);
            return "won";
        } catch (TablesRefused refused) {
            return refused.getMessage();
        }
    }

    private static void refused(CommandLineOf line, String message, String... arguments) {
        assertThat(line.run(arguments)).as("%s%s", line.out(), line.err()).isEqualTo(2);
        assertThat(line.err()).isEqualTo(message);
    }

    private static Session as(Database opened, String name, Role role) {
        return opened.session(
                TestDatabase.tester().as(new Identity(name, EnumSet.of(role), true)),
                AuditKeys.in(Path.of("target", "test-audit.key")));
    }

    private static void people(TestDatabase place, String name, Role... roles) {
        new Identities(place.session()).add(name, name, EnumSet.copyOf(List.of(roles)), "correct horse battery");
    }

    private void as(TestDatabase place, String name) throws IOException {
        Identity identity = new Identities(place.session()).known(name).identity();
        Path token = folder.resolve(name + ".token");
        Files.writeString(
                token, new Tokens(place.session()).create(identity, "test", 1).secret());
        Files.setPosixFilePermissions(token, PosixFilePermissions.fromString("rw-------"));
        System.setProperty("prorata.token-file", token.toString());
    }

    private static void record(TestDatabase place) {
        new CommandLineOf(place, RuleBooks.of(TestBook.book())).record(DOSSIER);
    }

    private Path workbook(String method) throws IOException {
        Path file = folder.resolve("proration.xlsx");
        try (OutputStream out = Files.newOutputStream(file)) {
            WorkbookWriter.write(source(method, "added").tables(), "proration", out);
        }
        return file;
    }

    private static RuleBook whole() throws IOException {
        return TestBook.book().with(source("situation: added, method: full", "added"));
    }

    /** What is added in the course of a month, by the day as shipped, by another method. */
    private static BookSource source(String method, String situation) throws IOException {
        return new EditedBook()
                .edit(
                        "proration",
                        text -> text.replaceFirst(
                                "(name: standard-daily-" + situation + ".*?)situation: " + situation
                                        + ", method: daily",
                                "$1" + method.replace("situation: added", "situation: " + situation)))
                .source();
    }
}
