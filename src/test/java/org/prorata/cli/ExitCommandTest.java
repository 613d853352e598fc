package org.prorata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prorata.book.engine.RuleBook;
import org.prorata.book.engine.RuleBooks;

@DisplayName("exit")
class ExitCommandTest {

    private static final RuleBooks BOOKS = RuleBooks.of(RuleBook.shipped());
    private static final String DOSSIER = """
            terms: teachup-2022-05
            contract:
              id: K-1
              start: 2026-03-01
              items:
                - {id: platform, kind: subscription, quantity: 1, price: 12000.00, per: year, from: 2026-03-01}
            """;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    @DisplayName("says below the table that a cause is not granted, for the scenarios concerned")
    void warnings() throws IOException {
        assertThat(run("--dates", "2027-02-28,2027-02-28", "--notice", "2026-11-20"))
                .isZero();
        assertThat(out.toString().lines().filter(line -> line.startsWith("Warning")))
                .containsExactly(
                        "Warning: the terms give no right to leave for convenience (28 February 2027, convenience)",
                        "Warning: the transition is over on 19 February 2027; the client may ask once for more time, for example up to 28 February 2027"
                                + " (art. 25(5)) (28 February 2027, switching provider)",
                        "Warning: 295.89 was paid for days from 20 February 2027 on that are not used and do not go back: the law may let the client ask"
                                + " for it (28 February 2027, switching provider)");
        assertThat(out.toString()).contains("Earliest free exit in the next 36 months: 28 February 2027 (non-renewal");
    }

    @Test
    @DisplayName("the workbook holds days as days, numbers as numbers, and the closing lines")
    void workbook() throws IOException {
        Path file = folder.resolve("exit.xlsx");
        assertThat(run("--dates", "2027-02-28", "--notice", "2026-11-20", "--xlsx", file.toString()))
                .isZero();
        try (InputStream in = Files.newInputStream(file);
                XSSFWorkbook book = new XSSFWorkbook(in)) {
            Sheet sheet = book.getSheetAt(0);
            List<String> labels = new ArrayList<>();
            for (Row row : sheet) {
                labels.add(row.getCell(0).getStringCellValue());
                if (List.of("notice by", "ends on", "data deleted on")
                        .contains(row.getCell(0).getStringCellValue())) {
                    assertThat(DateUtil.isCellDateFormatted(row.getCell(2))).isTrue();
                }
                if (row.getCell(0).getStringCellValue().equals("modules")) {
                    assertThat(row.getCell(2).getCellType()).isEqualTo(CellType.NUMERIC);
                    assertThat(row.getCell(2).getNumericCellValue()).isEqualTo(12);
                }
            }
            assertThat(labels)
                    .contains("notice by", "modules", "data deleted on")
                    .anyMatch(label -> label.startsWith("Warning: "))
                    .anyMatch(label -> label.startsWith("Earliest free exit"));
            // as wide as "exit services, provider", not as the title
            assertThat(sheet.getColumnWidth(0) / 256).isBetween(15, 40);
            assertThat(sheet.getFitToPage()).isTrue();
        }
    }

    @Test
    @DisplayName("refuses a folder, and a workbook in a folder that does not exist")
    void places() throws IOException {
        Path xlsx = folder.resolve("none/exit.xlsx");
        assertThat(run("--dates", "2027-02-28", "--notice", "2026-11-20", "--xlsx", xlsx.toString()))
                .isEqualTo(2);
        assertThat(Main.run(
                        () -> new BookDecider(BOOKS),
                        () -> BOOKS,
                        new PrintWriter(out),
                        new PrintWriter(err),
                        "exit",
                        folder.toString(),
                        "--dates",
                        "2027-02-28"))
                .isEqualTo(2);
        assertThat(err.toString().lines())
                .containsExactly(
                        xlsx + ": cannot be written, as there is no folder " + xlsx.getParent(),
                        folder + ": is a folder; a dossier file or a contract is wanted");
    }

    @Test
    @DisplayName("says of a contract that ran out before the notice that it is over")
    void over() throws IOException {
        Path file =
                Files.writeString(folder.resolve("k-2.yaml"), DOSSIER.replace("teachup-2022-05", "connelink-2022-01"));
        assertThat(Main.run(
                        () -> new BookDecider(BOOKS),
                        () -> BOOKS,
                        new PrintWriter(out),
                        new PrintWriter(err),
                        "exit",
                        file.toString(),
                        "--dates",
                        "2027-06-30",
                        "--notice",
                        "2027-05-01",
                        "--causes",
                        "non_renewal"))
                .isZero();
        assertThat(out.toString().lines())
                .contains(
                        "The contract was over on 28 February 2027, before the notice: there is nothing left to leave.");
    }

    /** Migration asked for, which the client has not accepted: nobody knows how long the contract runs on. */
    private String migrating() throws IOException {
        return Files.writeString(folder.resolve("k-3.yaml"), """
                terms: connelink-2022-01
                contract:
                  id: K-3
                  start: 2026-05-05
                  items:
                    - {id: mail, kind: subscription, quantity: 200, price: 192.00, per: year, from: 2026-05-05}
                events:
                  - {event: reversibility_request, on: 2027-01-20, channel: registered_letter, services: [{id: migration, cost: 8000.00}]}
                """).toString();
    }

    private int migration(String... more) throws IOException {
        List<String> all =
                new ArrayList<>(List.of("exit", migrating(), "--dates", "2027-01-20", "--notice", "2026-11-30"));
        all.addAll(List.of(more));
        return Main.run(
                () -> new BookDecider(BOOKS),
                () -> BOOKS,
                new PrintWriter(out),
                new PrintWriter(err),
                all.toArray(String[]::new));
    }

    @Test
    @DisplayName(
            "in French names what is not known in the totals, and does not call an exit both not free and without cost")
    void french() throws IOException {
        assertThat(migration("--language", "fr")).isZero();
        assertThat(out.toString()
                        .lines()
                        .map(line -> line.replaceAll("[\\u00A0\\u202F]", " ").replaceAll(" {2,}", " | ")))
                .contains(
                        "cause | convenance | non-renouvellement | changement de fournisseur",
                        "prend fin le | 4 mai 2027 | 4 mai 2027 | 30 janvier 2027",
                        "à payer pour partir | 0,00 + 3 200,00 par mois | 0,00 + 3 200,00 par mois | 0,00 + 3 200,00 par mois",
                        "payé d’avance, non remboursé | 0,00 | 0,00 | au plus 9 889,32",
                        "prochain mois de poursuite | 5 mai 2027 | 5 mai 2027 | 5 mai 2027",
                        "Aucune sortie gratuite dans les 36 prochains mois.",
                        "Sortie la moins chère dans les 36 prochains mois : 4 mai 2027 (non-renouvellement), 0,00 au-delà des jours utilisés et 3 200,00"
                                + " par mois entamé jusqu’à la recette des prestations de réversibilité");
        // a long enumeration goes on below, and makes no column wide
        assertThat(out.toString()
                        .lines()
                        .takeWhile(line -> !line.startsWith("Dû"))
                        .mapToInt(String::length)
                        .max()
                        .orElseThrow())
                .isLessThan(140);
    }

    @Test
    @DisplayName("as JSON names what is not known in the totals")
    void json() throws IOException {
        assertThat(migration("--json", "--causes", "switching")).isZero();
        assertThat(out.toString())
                .contains(
                        "\"cause\":\"switching\"",
                        "\"reading\":\"statute\"",
                        "\"run_on_by_month\":3200.00",
                        "\"run_on_next\":\"2027-05-05\"",
                        "\"unknown_in_total\":[\"run_on_fees\"]",
                        "\"paid_not_used\":9889.32,\"paid_not_used_at_most\":true",
                        "\"earliest_free\":null",
                        "\"months_ahead\":36");
    }

    @Test
    @DisplayName("the workbook has a column for switching, and rows high enough for their texts")
    void workbookRows() throws IOException {
        Path file = folder.resolve("migration.xlsx");
        assertThat(migration("--xlsx", file.toString(), "--language", "fr")).isZero();
        try (InputStream in = Files.newInputStream(file);
                XSSFWorkbook book = new XSSFWorkbook(in)) {
            Sheet sheet = book.getSheetAt(0);
            float line = sheet.getDefaultRowHeightInPoints();
            List<String> labels = new ArrayList<>();
            for (Row row : sheet) {
                labels.add(row.getCell(0).getStringCellValue());
                if (row.getCell(0).getStringCellValue().equals("cause")) {
                    assertThat(row.getCell(3).getStringCellValue()).isEqualTo("changement de fournisseur");
                } else if (row.getCell(0).getStringCellValue().equals("la loi prime sur le contrat")) {
                    assertThat(row.getHeightInPoints()).isGreaterThanOrEqualTo(3 * line);
                }
            }
            assertThat(labels)
                    .contains(
                            "payé d’avance, non remboursé",
                            "prochain mois de poursuite",
                            "redevances jusqu’à la fin",
                            "fondement");
            // the comparison, three exits, what is due in any case
            assertThat(book.getNumberOfSheets()).isEqualTo(5);
            // a reason longer than its line is shown whole
            for (Row row : book.getSheetAt(2)) {
                if (row.getRowNum() > 1 && row.getCell(0).getStringCellValue().length() > 130) {
                    assertThat(row.getHeightInPoints()).isGreaterThanOrEqualTo(2 * line);
                }
            }
        }
    }

    private int run(String... args) throws IOException {
        List<String> all = new ArrayList<>(List.of(
                "exit", Files.writeString(folder.resolve("k-1.yaml"), DOSSIER).toString()));
        all.addAll(List.of(args));
        return Main.run(
                () -> new BookDecider(BOOKS),
                () -> BOOKS,
                new PrintWriter(out),
                new PrintWriter(err),
                all.toArray(String[]::new));
    }
}
