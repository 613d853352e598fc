package org.prorata.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.xmlbeans.XmlCursor;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prorata.book.engine.RuleBook;
import org.prorata.book.engine.RuleBooks;
import org.prorata.book.schema.Shipped;
import org.prorata.book.schema.Tables;
import org.prorata.book.schema.WorkbookErrors;
import org.prorata.book.workbook.TextCopy;
import org.prorata.book.workbook.WorkbookWriter;
import org.prorata.decision.explain.Json;

@DisplayName("prorata tables check")
class TablesCheckTest {

    private static final RuleBooks BOOKS = RuleBooks.of(RuleBook.shipped());

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(Object... args) {
        return Main.run(
                () -> {
                    throw new AssertionError("nothing is decided");
                },
                () -> BOOKS,
                new PrintWriter(out),
                new PrintWriter(err),
                Stream.concat(
                                Stream.of("tables", "check", "--shipped"),
                                Stream.of(args).map(Object::toString))
                        .toArray(String[]::new));
    }

    /** A shipped workbook whose twin was edited. */
    private Path edited(String workbook, String... edits) throws IOException {
        String text = Files.readString(Path.of("spreadsheets", workbook + ".yaml"));
        for (int i = 0; i < edits.length; i += 2) {
            String changed = text.replaceFirst(edits[i], edits[i + 1]);
            assertThat(changed).isNotEqualTo(text);
            text = changed;
        }
        Tables tables = TextCopy.read(workbook, text, Shipped.sheets());
        Path file = folder.resolve(workbook + ".xlsx");
        try (OutputStream to = Files.newOutputStream(file)) {
            WorkbookWriter.write(
                    tables,
                    TextCopy.helpers(workbook, text, Shipped.sheets()).stream()
                            .filter(table -> table.sheet().name().equals("accepted"))
                            .toList(),
                    workbook,
                    to);
        }
        return file;
    }

    /** A shipped workbook changed as a spreadsheet program does. */
    private Path changed(String workbook, Consumer<XSSFWorkbook> change) throws IOException {
        Path file = folder.resolve(workbook + ".xlsx");
        try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(Path.of("spreadsheets", workbook + ".xlsx")));
                OutputStream to = Files.newOutputStream(file)) {
            change.accept(book);
            book.write(to);
        }
        return file;
    }

    @Test
    @DisplayName("finds hidden and filtered rows, hidden columns and sheets: they decide all the same")
    void hidden() throws IOException {
        Path file = changed("vat", book -> {
            XSSFSheet rates = book.getSheet("rates");
            List.of(4, 6).forEach(row -> rates.getRow(row).setZeroHeight(true));
            rates.getRow(7).setHeight((short) 0);
            rates.setColumnHidden(11, true);
            book.setSheetVisibility(book.getSheetIndex("eu-members"), SheetVisibility.VERY_HIDDEN);
            XSSFSheet members = book.getSheet("eu-members");
            members.getRow(5).setZeroHeight(true);
            try (XmlCursor cursor = members.getCTWorksheet().getAutoFilter().newCursor()) {
                cursor.toEndToken();
                cursor.beginElement("filterColumn", "http://schemas.openxmlformats.org/spreadsheetml/2006/main");
            }
        });
        assertThat(run(file)).isEqualTo(Status.FAILING);
        assertThat(out).hasToString("""
                vat!rates: 5, 7-8: hidden rows 5, 7-8, which decide all the same; show them, or delete them if they are not to decide
                vat!rates: L: the column rate_pct is hidden and counts all the same; show it
                vat!eu-members: A1: the sheet is hidden and decides all the same; show it
                vat!eu-members: 6: a filter hides rows 6, which decide all the same; clear the filter, or delete them if they are not to decide
                1 workbook: no error, 4 hidden parts, 3 accepted%n""".formatted());
        out.getBuffer().setLength(0);
        assertThat(run("--json", file)).isEqualTo(Status.FAILING);
        assertThat(out.toString())
                .contains("{\"finding\":\"hidden\",\"sheet\":\"vat!rates\",\"where\":\"5, 7-8\",\"rows\":[5,7,8],");
        out.getBuffer().setLength(0);
        // an empty row may be hidden, and the sheet of long lists is
        assertThat(run(changed(
                        "vat", book -> book.getSheet("rates").createRow(900).setZeroHeight(true))))
                .isEqualTo(Status.DONE);
    }

    @Test
    @DisplayName("finds a fraction in a cell that lost its per cent sign, where the others of the column are above 1 %")
    void lostSign() throws IOException {
        assertThat(run(changed("vat", book -> figure(book, 0.15, "General")))).isEqualTo(Status.FAILING);
        assertThat(out.toString().lines().toList())
                .containsExactly(
                        "vat!rates: L5: read as 0.15 %, where the others of the column are above"
                                + " 1 % and this cell shows no per cent sign; type 0.15 % or 15 % with the sign",
                        "1 workbook: no error, 1 doubtful figure, 3 accepted");
        out.getBuffer().setLength(0);
        assertThat(run(changed("vat", book -> figure(book, 1, "0.00"))))
                .as("1 may be 100 %")
                .isEqualTo(Status.FAILING);
        assertThat(run(changed("vat", book -> figure(book, 1.01, "0.00"))))
                .as("above it is no fraction")
                .isEqualTo(Status.DONE);
        assertThat(run(changed("vat", book -> figure(book, 15, "General")))).isEqualTo(Status.DONE);
        assertThat(run(changed("vat", book -> figure(book, 0.0015, "0.00 %"))))
                .as("0.15 %% is said to be meant")
                .isEqualTo(Status.DONE);
        assertThat(run(changed("vat", book -> figure(book, 0, "General")))).isEqualTo(Status.DONE);
        assertThat(run(changed("vat", book -> figure(book, 12, "0.00 %")))).isEqualTo(Status.FAILING);
        assertThat(out.toString())
                .contains(
                        "vat!rates!L5: 1200 %; a number with at most 2 digits after the point from 0 to 100 (nearest: 100 %)");
    }

    private static void figure(XSSFWorkbook book, double value, String format) {
        XSSFCell cell = book.getSheet("rates").getRow(4).getCell(11);
        cell.setCellValue(value);
        cell.setCellStyle(book.createCellStyle());
        cell.getCellStyle().setDataFormat(book.createDataFormat().getFormat(format));
    }

    @Test
    @DisplayName("finds nothing in the shipped workbooks but what at most six rows accept")
    void shipped() throws IOException {
        assertThat(run()).isZero();
        assertThat(out).hasToString("14 workbooks: no error, 25 accepted%n".formatted());
        List<String> rows = new ArrayList<>();
        try (Stream<Path> twins = Files.list(Path.of("spreadsheets"))) {
            for (Path twin :
                    twins.filter(file -> file.toString().endsWith(".yaml")).toList()) {
                String workbook = twin.getFileName().toString().replace(".yaml", "");
                TextCopy.helpers(workbook, Files.readString(twin), Shipped.sheets()).stream()
                        .filter(table -> table.sheet().name().equals("accepted"))
                        .flatMap(table -> table.rows().stream())
                        .forEach(row -> rows.add(workbook + " " + row.text("name")));
            }
        }
        assertThat(rows).hasSizeLessThanOrEqualTo(6);
        assertThat(Files.readString(Path.of("README.md")))
                .contains(rows.stream().map(row -> row.split(" ")[1]).toList());
    }

    @Test
    @DisplayName("tells errors with their cells and gaps with a row that closes them, all in one go")
    void everything() throws IOException {
        Path levels = edited("service-level", ".*name: connelink-internet-full.*\n", "");
        Path proration = edited(
                "proration",
                "C-NONE\\], description",
                "C-NONNE], description",
                "terms: scalingo-2022-09, status: held",
                "terms: scalingo-2022-90, status: held");
        assertThat(run(levels, proration)).isEqualTo(1);
        assertThat(out).hasToString("""
                proration!usage!F17: "scalingo-2022-90"; terms that contract-terms!profiles has: connelink-2022-01, scalingo-2022-09, sesame, \
                socialdirect-2024-10, standard or teachup-2022-05 (nearest: scalingo-2022-09)
                proration!partial!B13: "C-NONNE"; a clause of the register; prorata clauses lists them (nearest: C-NONE)
                proration!usage: terms scalingo-2022-09; status held: covered by no row, nearest: row 18; a row with terms scalingo-2022-09, \
                status held and the rest as in row 18 would close it
                proration!usage: terms scalingo-2022-90; status held: row 17 never answers: no contract asks for it
                service-level!outage-causes: terms connelink-2022-01; cause internet; kind full: covered by no row, nearest: row 13; \
                a row with terms connelink-2022-01, cause internet, kind full and the rest as in row 13 would close it
                2 workbooks: 2 errors, 2 gaps, 1 row never reached
                """);
    }

    @Test
    @DisplayName(
            "knows the clauses of the very book that is looked at: one that was added, taken out or typed wrong is told at the cell of the row")
    void clauses() throws IOException {
        Path late = edited("late-payment", "clauses: \\[TU-LATE\\]", "clauses: [TU-LATER]");
        assertThat(run(late)).isEqualTo(1);
        assertThat(out).hasToString("""
                late-payment!interest!B8: "TU-LATER"; a clause of the register; prorata clauses lists them (nearest: TU-LATE)
                1 workbook: 1 error, 6 accepted
                """);
        out.getBuffer().setLength(0);
        Path clauses = edited(
                "clauses",
                "id: TU-LATE,",
                "id: TU-LATER,",
                "clauses: \\[TU-DUE, TU-LATE, TU-SUSPEND\\]",
                "clauses: [TU-DUE, TU-LATER, TU-SUSPEND]");
        assertThat(run(clauses, late)).isZero();
        out.getBuffer().setLength(0);
        assertThat(run(clauses)).isEqualTo(1);
        assertThat(out).hasToString("""
                late-payment!interest!row 8 clauses: "TU-LATE"; a clause of the register; prorata clauses lists them (nearest: TU-LATER)
                1 workbook: 1 error
                """);
    }

    @Test
    @DisplayName("tells what is wrong with clauses at their cells")
    void wrongClauses() throws IOException {
        assertThatThrownBy(() -> edited("clauses", "id: TU-TERM,", "id: TU-RENEW,"))
                .isInstanceOf(WorkbookErrors.class)
                .hasMessageContaining("\"TU-RENEW\" is also the name of row 5");
        assertThatThrownBy(() -> edited("clauses", "id: TU-TERM,", "id: TU_TERM,"))
                .isInstanceOf(WorkbookErrors.class)
                .hasMessageContaining("\"TU_TERM\"; a clause id such as C-DATE");
        assertThatThrownBy(() -> edited("clauses", "id: TU-TERM, terms: teachup-2022-05, ", "id: TU-TERM, "))
                .isInstanceOf(WorkbookErrors.class)
                .hasMessageContaining(
                        "document is empty; required with an empty terms: text of at most 2000 characters");
    }

    @Test
    @DisplayName(
            "refuses a clause under the id of a convention, which nobody could tell from it, at its cell in both languages")
    void convention() throws IOException {
        Path clauses = edited(
                "clauses",
                "id: TU-NOSETOFF\\b",
                "id: C-DATE",
                "(name: teachup-12-2\\b[\\s\\S]*?)TU-NOSETOFF\\b",
                "$1C-DATE");
        assertThat(run(clauses)).isEqualTo(1);
        assertThat(out.toString())
                .startsWith("clauses!clauses!A")
                .contains(": \"C-DATE\"; an id that no convention of the program has, as the book "
                        + "would say what the program says already; prorata clauses lists them\n1 workbook: 1 error\n");
        out.getBuffer().setLength(0);
        assertThat(run("--language", "fr", clauses)).isEqualTo(1);
        assertThat(out.toString())
                .startsWith("clauses!clauses!A")
                .contains(
                        " : « C-DATE » ; un identifiant qu’aucune convention du programme ne porte, "
                                + "car le programme dit déjà ce qu’elle dit ; prorata clauses en donne la liste\n1 classeur : 1 erreur\n");
    }

    @Test
    @DisplayName("has nothing to test in a workbook in which nothing decides, and leaves it as it is")
    void nothingToTest() throws IOException {
        Path clauses =
                edited("clauses", "says_en: .The order form sets the term", "says_en: \"The order form says the term");
        byte[] before = Files.readAllBytes(clauses);
        assertThat(Main.run(
                        () -> {
                            throw new AssertionError("nothing is decided");
                        },
                        () -> BOOKS,
                        new PrintWriter(out),
                        new PrintWriter(err),
                        "tables",
                        "test",
                        "--shipped",
                        clauses.toString()))
                .isZero();
        assertThat(out.toString()).startsWith("0 passed, 0 failed");
        assertThat(clauses).hasBinaryContent(before);
        out.getBuffer().setLength(0);
        assertThat(Main.run(
                        () -> {
                            throw new AssertionError("nothing is decided");
                        },
                        () -> BOOKS,
                        new PrintWriter(out),
                        new PrintWriter(err),
                        "tables",
                        "diff",
                        clauses.toString(),
                        "--shipped"))
                .isEqualTo(1);
        assertThat(out.toString())
                .contains("changed: clauses!clauses TU-TERM (row 5): says_en ", "The order form says the term");
    }

    @Test
    @DisplayName(
            "tells the same in French; what is written in workbooks, such as keys and regions, stays as it is there")
    void french() throws IOException {
        Path levels = edited("service-level", ".*name: connelink-internet-full.*\n", "");
        Path proration = edited(
                "proration",
                "C-NONE\\], description",
                "C-NONNE], description",
                "terms: scalingo-2022-09, status: held",
                "terms: scalingo-2022-90, status: held");
        Path bad = Files.writeString(folder.resolve("vatt.xlsx"), "no workbook");
        assertThat(run("--language", "fr", levels, proration, bad)).isEqualTo(2);
        assertThat(out).hasToString("""
                vatt.xlsx : aucun classeur de ce nom n’est connu ; contract-terms, proration, price-revision, termination, late-payment, vat, interest-rates, \
                reversibility, export-entitlement, statute, indices, service-level, rights ou clauses (le plus proche : vat)
                proration!usage!F17 : « scalingo-2022-90 » ; des conditions (terms) présentes dans contract-terms!profiles : connelink-2022-01, \
                scalingo-2022-09, sesame, socialdirect-2024-10, standard ou teachup-2022-05 (le plus proche : scalingo-2022-09)
                proration!partial!B13 : « C-NONNE » ; une clause du registre ; prorata clauses en donne la liste (le plus proche : C-NONE)
                proration!usage : terms scalingo-2022-09; status held : couvert par aucune ligne, au plus près : ligne 18 ; une ligne avec \
                terms scalingo-2022-09, status held et le reste comme à la ligne 18 le comblerait
                proration!usage : terms scalingo-2022-90; status held : la ligne 17 ne répond jamais : aucun contrat ne la demande
                service-level!outage-causes : terms connelink-2022-01; cause internet; kind full : couvert par aucune ligne, au plus près : ligne 13 ; \
                une ligne avec terms connelink-2022-01, cause internet, kind full et le reste comme à la ligne 13 le comblerait
                3 classeurs : 3 erreurs, 2 trous, 1 ligne jamais atteinte
                """);
        out.getBuffer().setLength(0);
        assertThat(run("--language", "fr", edited("rights"))).isZero();
        assertThat(out).hasToString("1 classeur : aucune erreur%n".formatted());
        out.getBuffer().setLength(0);
        run("--json", "--language", "fr", proration);
        assertThat(out.toString())
                .contains(
                        "covered by no row, nearest: row 18",
                        "\"found\":\"\\\"C-NONNE\\\"\",\"allowed\":\"a clause of the register; ");
    }

    @Test
    @DisplayName(
            "takes an acceptance whose region holds the finding, and tells one that accepts nothing any more or cannot be read")
    void accepted() throws IOException {
        String gap = "(?s)(sheets:.*)$";
        Path file = edited(
                "late-payment",
                ".*name: spain-consumer.*\n",
                "",
                gap,
                "$1"
                        + "  - {row: 8, name: consumers, sheet: recovery-fee, finding: gap, where: country ES, reason: asked in each case, by: A. Martin, on: 2026-11-02}\n");
        assertThat(run(file)).isZero();
        assertThat(out).hasToString("1 workbook: no error, 7 accepted%n".formatted());
        out.getBuffer().setLength(0);
        assertThat(run("--json", file)).isZero();
        Map<?, ?> answer = (Map<?, ?>) Json.read(out.toString());
        assertThat(((List<?>) answer.get("accepted")))
                .filteredOn(one -> one.toString().contains("professional no"))
                .first()
                .asString()
                .isEqualTo(
                        "{finding=gap, sheet=late-payment!recovery-fee, where=country ES; professional no, rows=[7], "
                                + "message=covered by no row, nearest: row 7; a row with country ES, professional no and the rest as in row 7 would close it, "
                                + "proposed=[{name=france-consumer-2, clauses=L-FR-40, description=Professional clients only, country=ES, professional=no, amount=0, "
                                + "reading=statute, source=C. com. L441-10 II, last_checked=2026-11-01}], accepted_in_row=8, reason=asked in each case, by=A. Martin, on=2026-11-02}");
        out.getBuffer().setLength(0);
        Path wrong = edited(
                "late-payment",
                gap,
                "$1"
                        + "  - {row: 8, name: consumers, sheet: recovery-fee, finding: gap, where: country ES, reason: asked in each case, by: A. Martin, on: 2026-11-02}\n"
                        + "  - {row: 9, name: other, sheet: recovery-fee, finding: gap, where: land ES, reason: asked, by: A. Martin, on: 2026-11-02}\n"
                        + "  - {row: 10, name: later, sheet: recovery-fee, finding: gap, where: days 2026, reason: asked, by: A. Martin, on: 2026-11-02}\n");
        assertThat(run(wrong)).isEqualTo(1);
        assertThat(out).hasToString("""
                late-payment!accepted!A8: nothing in late-payment!recovery-fee is found there any more: gap country ES; only what tables check finds; take the row away
                late-payment!accepted!D9: "land ES"; "any", or keys with their values, separated by semicolons: country, professional, public_buyer, insolvent, days
                late-payment!accepted!D10: "days 2026"; days such as 2026-01-01 to 2026-01-31, from 2026-01-01, or to 2026-01-31
                1 workbook: 3 errors, 6 accepted
                """);
    }

    @Test
    @DisplayName("says in one line why a file cannot be read at all, and goes on with the others")
    void unreadable() throws IOException {
        Path bad = Files.writeString(folder.resolve("vat.xlsx"), "no workbook");
        Path other = Files.writeString(folder.resolve("vatt.xlsx"), "no workbook");
        Path good = edited("rights");
        assertThat(run(bad, other, good)).isEqualTo(2);
        assertThat(out.toString().lines())
                .containsExactly(
                        "vat.xlsx: the file is not a workbook; an .xlsx workbook without macros or password",
                        "vatt.xlsx: no workbook of that name is known; contract-terms, proration, price-revision, termination, late-payment, vat, interest-rates, "
                                + "reversibility, export-entitlement, statute, indices, service-level, rights or clauses (nearest: vat)",
                        "3 workbooks: 2 errors");
        assertThat(run(folder.resolve("none.xlsx"))).isEqualTo(2);
        assertThat(err).hasToString(folder.resolve("none.xlsx") + ": no such file" + System.lineSeparator());
    }

    @Test
    @DisplayName("looks at what a folder holds, beside the rule book's other workbooks; one without any is bad input")
    void folder() throws IOException {
        assertThat(run(folder)).isEqualTo(2);
        assertThat(out.toString())
                .startsWith(folder + ": no workbook is in this folder; files such as contract-terms.xlsx\n");
        try (InputStream rights = Files.newInputStream(Path.of("spreadsheets/rights.xlsx"))) {
            Files.copy(rights, folder.resolve("rights.xlsx"));
        }
        assertThat(run(folder)).isZero();
        assertThat(out.toString()).endsWith("1 workbook: no error" + System.lineSeparator());
    }
}
