package org.prorata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.prorata.book.engine.RuleBooks;
import org.prorata.book.schema.Shipped;
import org.prorata.book.workbook.TextCopy;
import org.prorata.book.workbook.WorkbookWriter;
import org.prorata.decision.explain.Json;
import org.prorata.run.EditedBook;
import org.prorata.run.TestBook;
import org.prorata.store.base.TestDatabase;
import org.prorata.store.books.BookStore;
import org.prorata.store.books.ProposedBooks;

class TablesImpactTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @RegisterExtension
    static final TestDatabase PROPOSED = new TestDatabase();

    @TempDir
    private Path folder;

    private static final String LATE = """
            terms: standard
            language: en
            currency: %s
            customer: {id: C-1, country: FR}
            contract: {id: %s, start: 2024-01-01, term_months: null, payment_days: 30, billing: {every: year, timing: advance}, items: []}
            invoices: [{id: F-1, issued: 2025-09-01, due: 2025-10-01, amount: 1000.00}]
            """;

    /** A folder with one workbook whose twin was edited. */
    private Path edited(String workbook, String from, String to) throws Exception {
        Path tables = Files.createDirectories(folder.resolve("edited-" + workbook));
        String text = Files.readString(Path.of("spreadsheets", workbook + ".yaml"));
        String changed = text.replaceFirst(from, to);
        assertThat(changed).isNotEqualTo(text);
        Path file = tables.resolve(workbook + ".xlsx");
        try (OutputStream out = Files.newOutputStream(file)) {
            WorkbookWriter.write(TextCopy.read(workbook, changed, Shipped.sheets()), workbook, out);
        }
        return file;
    }

    @Test
    @DisplayName(
            "a higher fee is told by contract, clause and row, each currency apart; with a threshold, as JSON and as a workbook")
    void told() throws Exception {
        CommandLineOf line = new CommandLineOf(DATABASE, RuleBooks.of(TestBook.book()));
        line.record(LATE.formatted("EUR", "LA-1"));
        line.record(LATE.formatted("CHF", "LA-2"));
        Path workbook = edited("late-payment", "(name: france, .*amount: )40", "$150");
        String[] window = {"tables", "impact", workbook.toString(), "--from", "2025-12-01", "--to", "2025-12-31"};
        assertThat(line.run(window)).as("%s", line.err()).isZero();
        assertThat(line.out().replaceAll("Rule book .*", "Rule book …")).isEqualTo("""
                Run 1
                2025-12-01 to 2025-12-31: 2 contracts looked at, 1 touched, 0 fail under one rule book only, 0 under both
                Rule book …
                all contracts                                                   before              after         difference
                  late payment                                                   30.29              30.29               0.00 CHF
                  all                                                            30.29              30.29               0.00 CHF
                  moved, each contract's difference without its sign: 0.00 CHF
                  late payment                                                   70.29              80.29              10.00 EUR
                  all                                                            70.29              80.29              10.00 EUR
                  moved, each contract's difference without its sign: 10.00 EUR
                lines that differ, by contract                lines             before              after         difference
                  LA-1                                            1              40.00              50.00              10.00 EUR
                by clause                                    contr.             before              after         difference
                  L-FR-40                                         1              40.00              50.00              10.00 EUR
                by row                                       contr.             before              after         difference
                  late-payment!recovery-fee!5 changed             1              40.00              50.00              10.00 EUR
                """);
        assertThat(line.run(with(window, "--threshold", "10.00"))).isZero();
        assertThat(line.run(with(window, "--threshold", "9.99"))).isEqualTo(1);
        assertThat(line.err()).contains("The threshold is passed: more than 9.99 is moved");

        Path xlsx = folder.resolve("impact.xlsx");
        assertThat(line.run(with(window, "--json", "--xlsx", xlsx.toString()))).isZero();
        Map<?, ?> json = (Map<?, ?>) Json.read(line.out());
        assertThat(json.get("run")).isEqualTo(new BigDecimal(4));
        assertThat((List<?>) json.get("lines")).singleElement().satisfies(one -> {
            assertThat(((Map<?, ?>) one).get("rows")).isEqualTo(List.of("late-payment!recovery-fee!5 changed"));
            assertThat(((Map<?, ?>) one).get("difference")).isEqualTo(new BigDecimal("10.00"));
        });
        assertThat((List<?>) json.get("totals")).hasSize(2);
        try (InputStream in = Files.newInputStream(xlsx);
                XSSFWorkbook book = new XSSFWorkbook(in)) {
            assertThat(IntStream.range(0, book.getNumberOfSheets()).mapToObj(book::getSheetName))
                    .containsExactly("summary", "contracts", "clauses and rows", "clauses", "lines", "failing");
            assertThat(book.getSheet("lines").getRow(1).getCell(0).getStringCellValue())
                    .isEqualTo("LA-1");
            assertThat(book.getSheet("contracts").getRow(1).getCell(5).getNumericCellValue())
                    .isEqualTo(10);
        }
        Path french = folder.resolve("french.xlsx");
        assertThat(line.run(with(window, "--language", "fr", "--threshold", "9.99", "--xlsx", french.toString())))
                .isEqualTo(1);
        assertThat(line.out().replaceAll("règles [0-9a-f]{16}.*", "règles …")).isEqualTo("""
                Exécution 5
                2025-12-01 au 2025-12-31 : contrats examinés : 2 ; touchés : 1 ; en échec sous un seul jeu de règles : 0, sous les deux : 0
                Le jeu de règles …
                tous les contrats                                                avant              après              écart
                  retard de paiement                                             30,29              30,29               0,00 CHF
                  tout                                                           30,29              30,29               0,00 CHF
                  déplacé, l’écart de chaque contrat sans son signe : 0,00 CHF
                  retard de paiement                                             70,29              80,29              10,00 EUR
                  tout                                                           70,29              80,29              10,00 EUR
                  déplacé, l’écart de chaque contrat sans son signe : 10,00 EUR
                lignes qui diffèrent, par contrat            lignes              avant              après              écart
                  LA-1                                            1              40,00              50,00              10,00 EUR
                par clause                                   contr.              avant              après              écart
                  L-FR-40                                         1              40,00              50,00              10,00 EUR
                par ligne de table                           contr.              avant              après              écart
                  late-payment!recovery-fee!5 modifiée            1              40,00              50,00              10,00 EUR
                """);
        assertThat(line.err()).contains("Le seuil est dépassé : plus de 9,99 est déplacé");
        try (InputStream in = Files.newInputStream(french);
                XSSFWorkbook book = new XSSFWorkbook(in)) {
            assertThat(IntStream.range(0, book.getNumberOfSheets()).mapToObj(book::getSheetName))
                    .containsExactly(
                            "résumé", "contrats", "clauses et lignes de tables", "clauses", "lignes", "échecs");
            assertThat(book.getSheet("lignes").getRow(0).getCell(8).getStringCellValue())
                    .isEqualTo("avant");
            assertThat(book.getSheet("lignes").getRow(1).getCell(2).getStringCellValue())
                    .isEqualTo("retard de paiement");
            assertThat(book.getSheet("lignes").getRow(1).getCell(12).getStringCellValue())
                    .isEqualTo("late-payment!recovery-fee!5 modifiée");
            assertThat(book.getSheet("résumé").getRow(3).getCell(0).getStringCellValue())
                    .isEqualTo("contrats examinés");
        }
        Path again = folder.resolve("again.xlsx");
        assertThat(line.run("run", "export", "4", "--xlsx", again.toString())).isZero();
        assertThat(again).exists();
        assertThat(line.run("runs", "diff", "4", "4")).isEqualTo(2);
        assertThat(line.err()).contains("run 4 compares two rule books and made no documents");
        assertThat(line.run("runs")).isZero();
        assertThat(line.out()).contains("on bill 2025-12-01 to 2025-12-31, done: 2 contracts, 1 touched, 0 parked");
    }

    @Test
    @DisplayName("files of dossiers need no database; what only the new book cannot decide comes first and is status 1")
    void files() throws Exception {
        Path dossiers = Files.createDirectories(folder.resolve("dossiers"));
        Files.writeString(dossiers.resolve("la-1.yaml"), LATE.formatted("EUR", "LA-1"));
        Files.writeString(dossiers.resolve("tu-1.yaml"), """
                terms: teachup-2022-05
                contract:
                  id: TU-1
                  start: 2025-03-01
                  items: [{id: single-sign-on, kind: option, quantity: 1, price: 1200.00, per: year, from: 2025-12-15}]
                """);
        Path workbook = edited("proration", "    - \\{row: \\d+, name: teachup-added, .*\n", "");
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = Main.run(
                () -> new BookDecider(RuleBooks.of(TestBook.book())),
                () -> RuleBooks.of(TestBook.book()),
                new PrintWriter(out),
                new PrintWriter(err),
                "tables",
                "impact",
                workbook.toString(),
                "--from",
                "2025-12-01",
                "--to",
                "2025-12-31",
                "--dossiers",
                dossiers.toString(),
                "--data",
                folder.resolve("none").toString());
        assertThat(status).as("%s", err).isEqualTo(1);
        assertThat(out.toString().lines())
                .element(2)
                .asString()
                .startsWith("  TU-1 bill 2025-12-01 to 2025-12-31 fails under the new rule book only: ")
                .contains("proration!partial");
        assertThat(folder.resolve("none")).doesNotExist();
    }

    @Test
    @DisplayName("what is wrong with the command or the workbooks is told before anything is decided")
    void refused() throws Exception {
        CommandLineOf line = new CommandLineOf(DATABASE, RuleBooks.of(TestBook.book()));
        assertThat(line.run("tables", "impact", "none.xlsx", "--from", "2025-12-01", "--to", "2025-12-31"))
                .isEqualTo(2);
        assertThat(line.err()).isEqualTo("none.xlsx: no such file or folder\n");
        Path workbook = edited("late-payment", "(name: france, .*amount: )40", "$150");
        assertThat(line.run("tables", "impact", workbook.toString(), "--from", "2025-12-01", "--to", "2025-11-30"))
                .isEqualTo(2);
        assertThat(line.err()).isEqualTo("--to 2025-11-30 lies before --from 2025-12-01\n");
        assertThat(line.run(
                        "tables",
                        "impact",
                        workbook.toString(),
                        workbook.toString(),
                        "--from",
                        "2025-12-01",
                        "--to",
                        "2025-12-31"))
                .isEqualTo(2);
        assertThat(line.err()).contains("the workbook is also given as");
        Path notes = Files.writeString(folder.resolve("late-payment.xlsx"), "no workbook");
        assertThat(line.run("tables", "impact", notes.toString(), "--from", "2025-12-01", "--to", "2025-12-31"))
                .isEqualTo(2);
        assertThat(line.err()).startsWith("late-payment.xlsx");
    }

    @Test
    @DisplayName("a proposal is looked at with the portfolio, never beside workbooks or files")
    void proposals() {
        CommandLineOf line = new CommandLineOf(PROPOSED, RuleBooks.of(TestBook.book()));
        String[] window = {"tables", "impact", "--from", "2025-12-01", "--to", "2025-12-31"};
        assertThat(line.run(window)).isEqualTo(2);
        assertThat(line.err()).isEqualTo("either edited workbooks or --proposal ID are wanted\n");
        assertThat(line.run(with(window, "--proposal", "7"))).isEqualTo(2);
        assertThat(line.err()).isEqualTo("there is no proposal 7; prorata tables log lists them\n");
        assertThat(line.run(with(window, "--proposal", "7", "--dossiers", "src/demo/portfolio")))
                .isEqualTo(2);
        assertThat(line.err()).startsWith("--proposal is looked at with the portfolio");

        line.record(LATE.formatted("EUR", "LA-9"));
        BookStore books = new BookStore(PROPOSED.session());
        long id = PROPOSED.client()
                .sql("insert into proposal (book, base, author, reason) values (?, ?, 'marie', 'fee') returning id")
                .param(books.save(new EditedBook()
                        .row("late-payment", "france", "amount: 40", "amount: 50")
                        .book()
                        .source()))
                .param(books.save(TestBook.source()))
                .query(Long.class)
                .single();
        assertThat(line.run(with(window, "--proposal", Long.toString(id))))
                .as("%s", line.err())
                .isZero();
        assertThat(line.out()).contains("late-payment!recovery-fee!5 changed");
        assertThat(new ProposedBooks(PROPOSED.session()).find(id).moved()).isPositive();
    }

    private static String[] with(String[] arguments, String... more) {
        return IntStream.range(0, arguments.length + more.length)
                .mapToObj(i -> i < arguments.length ? arguments[i] : more[i - arguments.length])
                .toArray(String[]::new);
    }
}
