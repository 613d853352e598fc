package org.prorata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.prorata.access.Identity;
import org.prorata.access.Role;
import org.prorata.book.engine.RuleBooks;
import org.prorata.book.schema.Shipped;
import org.prorata.book.workbook.TextCopy;
import org.prorata.book.workbook.WorkbookWriter;
import org.prorata.decision.explain.Json;
import org.prorata.run.EditedBook;
import org.prorata.run.TestBook;
import org.prorata.store.base.TestDatabase;
import org.prorata.store.books.BookStore;
import org.prorata.store.people.Identities;
import org.prorata.store.people.Tokens;

@DisplayName("Tables of a database")
class TablesInForceTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final String SHIPPED = TestBook.book().version();

    @TempDir
    private Path folder;

    private final CommandLineOf line = new CommandLineOf(DATABASE, RuleBooks.of(TestBook.book()));

    /** A proposal in force from next month on, once for all tests: what is added counts whole months. */
    @BeforeEach
    void change() throws IOException {
        if (DATABASE.client()
                        .sql("select count(*) from proposal")
                        .query(Long.class)
                        .single()
                > 0) {
            return;
        }
        new Identities(DATABASE.session()).add("marie", "marie", EnumSet.of(Role.FINANCE), "correct horse battery");
        new Identities(DATABASE.session()).add("ana", "ana", EnumSet.of(Role.APPROVER), "correct horse battery");
        as("marie");
        String workbook = edited().toString();
        assertThat(line.run("tables", "propose", workbook, "--reason", "added months count whole"))
                .isEqualTo(2);
        assertThat(line.err())
                .contains("FAILED proration!tests!")
                .endsWith("tests fail: 1; nothing is proposed; mend the tables or the tests, or propose with"
                        + " --with-failing-tests\n");
        assertThat(line.out()).isEmpty();
        assertThat(line.run(
                        "tables", "propose", workbook, "--reason", "added months count whole", "--with-failing-tests"))
                .as("%s", line.err())
                .isZero();
        assertThat(line.out())
                .contains(
                        "  changed: proration!partial standard-daily-added (row 6): method daily → full\n",
                        " passed, 1 failed\n"
                                + "    FAILED proration!tests!6 standard-months-added: proration!partial month_begun: whole (expected excluded)\n");
        as("ana");
        assertThat(line.run("tables", "approve", "1", "--reason", "agreed"))
                .as("%s", line.err())
                .isZero();
        as("marie");
        assertThat(line.run("tables", "activate", "1", "--from", "2026-12-01"))
                .as("%s", line.err())
                .isZero();
        nobody();
    }

    @AfterEach
    void nobody() {
        System.clearProperty("prorata.token-file");
    }

    @Test
    @DisplayName("new workbooks are those in force, with the tests that came with them, and are proposed as they are")
    void editedAgain() throws IOException {
        assertThat(line.run("tables", "new", "proration", "--to", folder.toString()))
                .as("%s", line.err())
                .isZero();
        assertThat(line.err()).isEqualTo("Rule book " + inForce() + ", in force from 2026-12-01 on\n");
        Path file = folder.resolve("proration.xlsx");
        assertThat(line.run("tables", "diff", file.toString()))
                .as("%s", line.out())
                .isZero();
        assertThat(line.run("tables", "diff", file.toString(), "--shipped")).isEqualTo(1);
        assertThat(line.out())
                .isEqualTo(
                        "changed: proration!partial standard-daily-added (row 6): method daily → full\n0 added, 0 removed, 1 changed\n");
        assertThat(line.run("tables", "test", file.toString(), "--no-write")).isEqualTo(1);
        assertThat(line.out())
                .contains("FAILED " + file + " tests!6 standard-months-added")
                .endsWith("14 passed, 1 failed\n");
        assertThat(line.run("tables", "check", file.toString()))
                .as("%s", line.out())
                .isZero();
        as("marie");
        assertThat(line.run("tables", "propose", file.toString(), "--reason", "again"))
                .isEqualTo(2);
        assertThat(line.err()).startsWith("nothing changes: ");
    }

    @Test
    @DisplayName("a workbook written from an older book is refused with what it would undo, unless that is meant")
    void stale() throws IOException {
        assertThat(line.run("tables", "new", "proration", "--book", SHIPPED, "--to", folder.toString()))
                .as("%s", line.err())
                .isZero();
        Path file = folder.resolve("proration.xlsx");
        try (InputStream in = Files.newInputStream(file);
                XSSFWorkbook book = new XSSFWorkbook(in)) {
            book.getSheet("hours").getRow(4).getCell(2).setCellValue("by the hour");
            try (OutputStream out = Files.newOutputStream(file)) {
                book.write(out);
            }
        }
        as("marie");
        assertThat(line.run("tables", "propose", file.toString(), "--reason", "a word"))
                .isEqualTo(2);
        assertThat(line.err())
                .isEqualTo(
                        file + " was written from the rule book " + SHIPPED + " and would undo what " + inForce()
                                + " has changed since:\n"
                                + "  changed: proration!partial standard-daily-added (row 6): method full → daily\n"
                                + "write the workbook anew by prorata tables new and enter your change there, or say --undo if that is meant\n");
        assertThat(line.run("tables", "propose", file.toString(), "--reason", "a word", "--undo"))
                .as("%s", line.err())
                .isZero();
        assertThat(line.out()).contains("(row 6): method full → daily\n", "description ");
    }

    @Test
    @DisplayName("a whole book of the database is checked with what its workbooks accept")
    void checked() {
        assertThat(line.run("tables", "check", "--in-force"))
                .as("%s", line.out())
                .isZero();
        assertThat(line.out()).isEqualTo("14 workbooks: no error, 25 accepted\n");
        assertThat(line.err()).isEqualTo("Rule book " + inForce() + ", in force from 2026-12-01 on\n");
    }

    @Test
    @DisplayName("books of the database are named by the beginning of their version")
    void named() throws IOException {
        Path shipped = Path.of("spreadsheets", "proration.xlsx");
        assertThat(line.run("tables", "diff", SHIPPED, inForce().substring(0, 8)))
                .isEqualTo(1);
        assertThat(line.out()).contains("(row 6): method daily → full\n");
        assertThat(line.run("tables", "diff", shipped.toString(), inForce())).isEqualTo(1);
        assertThat(line.out()).contains("(row 6): method daily → full\n");
        assertThat(line.run("tables", "diff", inForce(), shipped.toString())).isEqualTo(1);
        assertThat(line.out()).contains("(row 6): method full → daily\n");
        assertThat(line.run(
                        "tables",
                        "diff",
                        shipped.toString(),
                        "--book",
                        SHIPPED.substring(0, 8).toUpperCase()))
                .isZero();
        assertThat(line.run("tables", "diff", "0000000")).isEqualTo(2);
        assertThat(line.err()).contains("the database holds no rule book 0000000; prorata tables log lists them\n");
        assertThat(line.run("tables", "check", "--book", "")).isEqualTo(2);
        assertThat(line.err()).startsWith(" is the beginning of several rule books, such as ");
        assertThat(line.run("tables", "check", "--book", SHIPPED, "--in-force")).isEqualTo(2);
        assertThat(line.run("tables", "diff", shipped.toString(), shipped.toString(), "--in-force"))
                .isEqualTo(2);
        assertThat(line.err()).isEqualTo("one workbook or folder is held against a rule book; two were given\n");
    }

    @Test
    @DisplayName(
            "exported workbooks hold the tests and acceptances of their book; where they are not known, the sheet says so")
    void exported() throws IOException {
        assertThat(line.run(
                        "tables",
                        "export",
                        inForce().substring(0, 10),
                        "--to",
                        folder.resolve("out").toString()))
                .as("%s", line.err())
                .isZero();
        assertThat(line.out())
                .isEqualTo("14 workbooks of the rule book " + inForce() + " are in " + folder.resolve("out") + "\n");
        assertThat(text("out/proration.xlsx", "tests", 6, "excluded")).isTrue();
        assertThat(text("out/vat.xlsx", "accepted", 5, "client-elsewhere")).isTrue();
        assertThat(text("out/vat.xlsx", "About", 1, "vat")).isTrue();
        String old = new BookStore(DATABASE.session())
                .save(new EditedBook()
                        .row("late-payment", "france", "amount: 40", "amount: 50")
                        .book()
                        .source());
        assertThat(line.run(
                        "tables", "export", old, "--to", folder.resolve("old").toString(), "--language", "fr"))
                .as("%s", line.err())
                .isZero();
        assertThat(text("old/vat.xlsx", "accepted", 2, "n'est pas connu")).isTrue();
        assertThat(text("old/vat.xlsx", "tests", 2, "n'est pas connu")).isTrue();
        assertThat(line.run("tables", "check", folder.resolve("old/vat.xlsx").toString()))
                .isEqualTo(1);
    }

    @Test
    @DisplayName("a file is decided by a stored book, by each day's own, or by edited workbooks")
    void decided() throws IOException {
        Path dossier = Files.writeString(folder.resolve("added.yaml"), """
                terms: standard
                contract:
                  id: K-1
                  start: 2026-09-01
                  term_months: null
                  proration: daily
                  billing: {every: month, timing: advance}
                  items: [{id: after, quantity: 1, price: 31.00, per: month, from: 2026-12-12}]
                ask: {question: bill, from: 2026-12-01, to: 2026-12-31}
                """);
        for (List<String> way : List.of(List.<String>of(), List.of("--shipped"), List.of("--book", SHIPPED))) {
            assertThat(evaluated(dossier, way)).as("%s", way).contains("amount 20.00");
        }
        for (List<String> way : List.of(
                List.of("--in-force"),
                List.of("--book", inForce()),
                List.of("--tables", edited().toString()),
                List.of("--in-force", "--tables", edited().toString()))) {
            assertThat(evaluated(dossier, way)).as("%s", way).contains("amount 31.00");
        }
        Files.writeString(dossier, Files.readString(dossier).replace("2026-12", "2026-10"));
        assertThat(evaluated(dossier, List.of("--in-force")))
                .as("a day on which the first book is in force")
                .contains("amount 20.00");
        assertThat(evaluated(dossier, List.of("--in-force", "--tables", edited().toString())))
                .contains("amount 31.00");
        Path expected = Files.writeString(
                folder.resolve("case.yaml"),
                Files.readString(dossier).replace("terms:", "case: whole\nterms:")
                        + "expect: [{decision: charge, item: after, amount: 31.00}]\n");
        assertThat(line.run("cases", expected.toString(), "--book", inForce()))
                .as("%s%s", line.out(), line.err())
                .isZero();
        assertThat(line.run("cases", expected.toString())).isEqualTo(1);
        assertThat(line.run("evaluate", dossier.toString(), "--book", inForce(), "--language", "fr"))
                .as("%s", line.err())
                .isZero();
        assertThat(line.err()).isEqualTo("Jeu de règles " + inForce() + "\n");
        assertThat(line.out()).contains("montant 31,00");
        assertThat(line.run("evaluate", dossier.toString(), "--tables", "none.xlsx"))
                .isEqualTo(2);
        assertThat(line.err()).isEqualTo("none.xlsx: no such file or folder\n");
    }

    private String evaluated(Path dossier, List<String> way) {
        List<String> all = new ArrayList<>(List.of("evaluate", dossier.toString()));
        all.addAll(way);
        assertThat(line.run(all.toArray(String[]::new))).as("%s", line.err()).isZero();
        return line.out();
    }

    @Test
    @DisplayName("a proposal is shown with all that is kept with it")
    void shown() {
        assertThat(line.run("tables", "show", "1")).as("%s", line.err()).isZero();
        assertThat(line.out())
                .startsWith("Proposal 1, approved, rule book " + inForce() + ", on " + SHIPPED + ":\n  2")
                .containsSubsequence(
                        " marie proposed proposal 1, rule book ",
                        ": added months count whole\n  2",
                        " ana approved proposal 1, ",
                        ": agreed\n  2",
                        " marie activated proposal 1, rule book ",
                        ", from 2026-12-01 on: added months",
                        "\n  changed: proration!partial standard-daily-added (row 6): method daily → full\n",
                        " passed, 1 failed\n    FAILED proration!tests!6 ",
                        "  impact: not looked at yet; prorata tables impact --proposal 1 --from DATE --to DATE\n");
        assertThat(line.run("tables", "impact", "--proposal", "1", "--from", "2026-12-01", "--to", "2026-12-31"))
                .as("%s", line.err())
                .isZero();
        assertThat(line.run("tables", "show", "1")).isZero();
        assertThat(line.out()).contains("  impact, 2026-12-01 to 2026-12-31: 0 contracts looked at, 0 touched, ");
        assertThat(line.run("tables", "show", "1", "--language", "fr")).isZero();
        assertThat(line.out()).contains("  effets, 2026-12-01 au 2026-12-31 : contrats examinés : 0 ; touchés : 0 ; ");
        assertThat(line.run("tables", "show", "1", "--json")).isZero();
        Map<?, ?> all = (Map<?, ?>) Json.read(line.out());
        assertThat(all.keySet())
                .map(Object::toString)
                .containsExactly(
                        "proposal",
                        "state",
                        "book",
                        "base",
                        "steps",
                        "rules",
                        "differences",
                        "checks",
                        "tests",
                        "impact",
                        "carried");
        assertThat((List<?>) all.get("steps"))
                .extracting(step -> ((Map<?, ?>) step).get("by"))
                .hasToString("[marie, ana, marie]");
        assertThat(((List<?>) all.get("differences"))).hasSize(1);
        assertThat(((Map<?, ?>) all.get("checks")).get("findings")).asList().isEmpty();
        assertThat(line.run("tables", "show", "9")).isEqualTo(2);
        assertThat(line.err()).isEqualTo("there is no proposal 9; prorata tables log lists them\n");
    }

    @Test
    @DisplayName(
            "in French when asked: what it works on, what is proposed and shown, findings included, and what is wrong in workbooks")
    void french() throws IOException {
        assertThat(line.run("tables", "check", "--in-force", "--language", "fr"))
                .as("%s", line.out())
                .isZero();
        assertThat(line.err()).isEqualTo("Jeu de règles " + inForce() + ", en vigueur à partir du 2026-12-01\n");
        assertThat(line.out()).isEqualTo("14 classeurs : aucune erreur, 25 acceptés\n");
        assertThat(line.run(
                        "tables",
                        "new",
                        "vat",
                        "--to",
                        folder.resolve("fr").toString(),
                        "--shipped",
                        "--language",
                        "fr"))
                .as("%s", line.err())
                .isZero();
        assertThat(line.err()).isEqualTo("Jeu de règles " + SHIPPED + ", fourni avec le programme\n");
        assertThat(line.run(
                        "tables",
                        "export",
                        SHIPPED,
                        "--to",
                        folder.resolve("all").toString(),
                        "--language",
                        "fr"))
                .as("%s", line.err())
                .isZero();
        assertThat(line.out())
                .isEqualTo("14 classeurs du jeu de règles " + SHIPPED + " sont dans " + folder.resolve("all") + "\n");
        Path levels = edited("service-level", ".*name: connelink-internet-full.*\n", "");
        assertThat(line.run("tables", "diff", levels.toString(), "--book", SHIPPED, "--language", "fr"))
                .isEqualTo(1);
        assertThat(line.err()).isEqualTo("Jeu de règles " + SHIPPED + "\n");
        assertThat(line.out())
                .startsWith("supprimée : service-level!outage-causes connelink-internet-full ")
                .endsWith("lignes ajoutées : 0, supprimées : 1, modifiées : 0\n");
        assertThat(line.run("tables", "diff", levels.toString(), levels.toString(), "--shipped", "--language", "fr"))
                .isEqualTo(2);
        assertThat(line.err())
                .isEqualTo("un seul classeur ou dossier se compare à un jeu de règles ; deux sont donnés\n");
        as("marie");
        assertThat(line.run(
                        "tables",
                        "propose",
                        levels.toString(),
                        folder.resolve("fr/vat.xlsx").toString(),
                        "--reason",
                        "moins de lignes",
                        "--with-failing-tests",
                        "--language",
                        "fr"))
                .as("%s", line.err())
                .isZero();
        String id = DATABASE.client()
                .sql("select max(id) from proposal")
                .query(String.class)
                .single();
        String gap =
                "  non accepté : service-level!outage-causes : terms connelink-2022-01; cause internet; kind full : couvert par aucune ligne, au plus près : ligne 13 ; ";
        assertThat(line.out())
                .startsWith("Proposition " + id + ", jeu de règles ")
                .contains(
                        ", sur " + inForce() + " :\n  supprimée : service-level!outage-causes ",
                        "\n" + gap,
                        "\n  tests réussis : ")
                .endsWith("Ensuite, par une autre personne : prorata tables approve " + id + " --reason TEXT\n");
        assertThat(line.run("tables", "show", id, "--language", "fr"))
                .as("%s", line.err())
                .isZero();
        assertThat(line.out())
                .startsWith("Proposition " + id + ", en attente, jeu de règles ")
                .containsSubsequence(
                        " marie a soumis la proposition " + id + ", ",
                        " : moins de lignes\n  supprimée : ",
                        "\n" + gap,
                        "\n  accepté par ",
                        " : vat!",
                        " : couvert par aucune ligne",
                        "\n  tests réussis : ",
                        "\n  effets : pas encore regardés ; ");
        assertThat(line.run("tables", "show", id)).isZero();
        assertThat(line.out())
                .contains(
                        "\n  not accepted: service-level!outage-causes: terms connelink-2022-01; cause internet; kind full: covered by no row, nearest: row 13; ");
        assertThat(line.run("tables", "show", "1", "--language", "fr")).isZero();
        assertThat(line.out())
                .containsSubsequence(
                        "Proposition 1, approuvée, jeu de règles ",
                        " ana a approuvé la proposition 1, ",
                        ", à partir du 2026-12-01 : ",
                        "\n  modifiée : ",
                        ", échoués : 1\n    ÉCHEC proration!tests!6 standard-months-added : proration!partial month_begun : whole (attendu : excluded)\n");
        Path bad = Files.writeString(folder.resolve("vat.xlsx"), "none");
        for (List<String> command : List.of(
                List.of("propose", "--reason", "x"),
                List.of("impact", "--from", "2026-12-01", "--to", "2026-12-31"),
                List.of("test"))) {
            List<String> all = new ArrayList<>(List.of("tables"));
            all.addAll(command);
            all.addAll(List.of("--language", "fr", bad.toString()));
            assertThat(line.run(all.toArray(String[]::new))).as("%s", command).isEqualTo(2);
            assertThat(line.err())
                    .as("%s", command)
                    .endsWith(
                            "vat.xlsx : le fichier n’est pas un classeur ; un classeur .xlsx sans macros ni mot de passe\n");
        }
    }

    @Test
    @DisplayName("what proposals of before kept as a text is shown as well")
    void older() {
        long id = DATABASE.client()
                .sql("insert into proposal (book, base, author, reason) values (?, ?, 'marie', 'old') returning id")
                .param(inForce())
                .param(SHIPPED)
                .query(Long.class)
                .single();
        DATABASE.client()
                .sql("insert into proposal_finding (proposal, kind, summary) values (?, 'checks', 'one gap')")
                .param(id)
                .update();
        assertThat(line.run("tables", "show", Long.toString(id)))
                .as("%s", line.err())
                .isZero();
        assertThat(line.out())
                .contains(", open, rule book ", "\n  not accepted: one gap\n")
                .doesNotContain("tests:");
    }

    @Test
    @DisplayName("where there is no database none is made, and the program's own tables are taken")
    void none() {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        assertThat(Main.run(
                        () -> null,
                        () -> RuleBooks.of(TestBook.book()),
                        new PrintWriter(out),
                        new PrintWriter(err),
                        "tables",
                        "new",
                        "vat",
                        "--to",
                        folder.toString(),
                        "--data",
                        folder.resolve("none").toString()))
                .isZero();
        assertThat(err).hasToString("Rule book " + SHIPPED + ", which the program brings along\n");
        assertThat(folder.resolve("none")).doesNotExist();
    }

    private static String inForce() {
        return DATABASE.client()
                .sql("select book from activation order by id desc limit 1")
                .query(String.class)
                .single();
    }

    /** The shipped workbook with another value, and a test that it does not pass. */
    private Path edited() throws IOException {
        return edited(
                "proration",
                "(name: standard-daily-added, clauses.*method: )daily",
                "$1full",
                "(name: standard-daily-added, note.*expected: )daily",
                "$1full",
                "(name: standard-months-added, note.*expected: )whole",
                "$1excluded");
    }

    /** A shipped workbook whose twin was edited. */
    private Path edited(String workbook, String... replaced) throws IOException {
        String text = Files.readString(Path.of("spreadsheets", workbook + ".yaml"));
        for (int i = 0; i < replaced.length; i += 2) {
            text = text.replaceFirst(replaced[i], replaced[i + 1]);
        }
        Path file = folder.resolve(workbook + ".xlsx");
        try (OutputStream out = Files.newOutputStream(file)) {
            WorkbookWriter.write(
                    TextCopy.read(workbook, text, Shipped.sheets()),
                    TextCopy.helpers(workbook, text, Shipped.sheets()),
                    workbook,
                    out);
        }
        return file;
    }

    private boolean text(String file, String sheet, int row, String text) throws IOException {
        try (InputStream in = Files.newInputStream(folder.resolve(file));
                XSSFWorkbook book = new XSSFWorkbook(in)) {
            boolean[] found = new boolean[1];
            book.getSheet(sheet)
                    .getRow(row - 1)
                    .forEach(cell -> found[0] |= cell.toString().contains(text));
            return found[0];
        }
    }

    private void as(String name) throws IOException {
        Identity identity = new Identities(DATABASE.session()).known(name).identity();
        Path token = folder.resolve(name + ".token");
        Files.writeString(
                token,
                new Tokens(DATABASE.session()).create(identity, "test", 1).secret());
        Files.setPosixFilePermissions(token, PosixFilePermissions.fromString("rw-------"));
        System.setProperty("prorata.token-file", token.toString());
    }
}
