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
import org.prorata.engine.RuleBook;
import org.prorata.engine.RuleBooks;

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
        assertThat(run("--dates", "2027-02-28,2027-02-28", "--notice", "2026-11-20")).isZero();
        assertThat(out.toString().lines().filter(line -> line.startsWith("Warning"))).containsExactly(
                "Warning: the terms give no right to leave for convenience (28 February 2027, convenience)");
        assertThat(out.toString()).contains("Earliest free exit in the next 36 months: 28 February 2027 (non-renewal");
    }

    @Test
    @DisplayName("the workbook holds days as days, numbers as numbers, and the closing lines")
    void workbook() throws IOException {
        Path file = folder.resolve("exit.xlsx");
        assertThat(run("--dates", "2027-02-28", "--notice", "2026-11-20", "--xlsx", file.toString())).isZero();
        try (InputStream in = Files.newInputStream(file); XSSFWorkbook book = new XSSFWorkbook(in)) {
            Sheet sheet = book.getSheetAt(0);
            List<String> labels = new ArrayList<>();
            for (Row row : sheet) {
                labels.add(row.getCell(0).getStringCellValue());
                if (List.of("notice by", "ends on", "data deleted on").contains(row.getCell(0).getStringCellValue())) {
                    assertThat(DateUtil.isCellDateFormatted(row.getCell(2))).isTrue();
                }
                if (row.getCell(0).getStringCellValue().equals("modules")) {
                    assertThat(row.getCell(2).getCellType()).isEqualTo(CellType.NUMERIC);
                    assertThat(row.getCell(2).getNumericCellValue()).isEqualTo(12);
                }
            }
            assertThat(labels).contains("notice by", "modules", "data deleted on")
                    .anyMatch(label -> label.startsWith("Warning: ")).anyMatch(label -> label.startsWith("Earliest free exit"));
            // as wide as "exit services, provider", not as the title
            assertThat(sheet.getColumnWidth(0) / 256).isBetween(15, 40);
            assertThat(sheet.getFitToPage()).isTrue();
        }
    }

    @Test
    @DisplayName("refuses a folder, and a workbook in a folder that does not exist")
    void places() throws IOException {
        Path xlsx = folder.resolve("none/exit.xlsx");
        assertThat(run("--dates", "2027-02-28", "--notice", "2026-11-20", "--xlsx", xlsx.toString())).isEqualTo(2);
        assertThat(Main.run(() -> new BookDecider(BOOKS), () -> BOOKS, new PrintWriter(out), new PrintWriter(err), "exit",
                folder.toString(), "--dates", "2027-02-28")).isEqualTo(2);
        assertThat(err.toString().lines()).containsExactly(xlsx + ": cannot be written, as there is no folder " + xlsx.getParent(),
                folder + ": is a folder; a dossier file or a contract is wanted");
    }

    @Test
    @DisplayName("says of a contract that ran out before the notice that it is over")
    void over() throws IOException {
        Path file = Files.writeString(folder.resolve("k-2.yaml"), DOSSIER.replace("teachup-2022-05", "connelink-2022-01"));
        assertThat(Main.run(() -> new BookDecider(BOOKS), () -> BOOKS, new PrintWriter(out), new PrintWriter(err), "exit",
                file.toString(), "--dates", "2027-06-30", "--notice", "2027-05-01", "--causes", "non_renewal")).isZero();
        assertThat(out.toString().lines()).contains(
                "The contract was over on 28 February 2027, before the notice: there is nothing left to leave.");
    }

    private int run(String... args) throws IOException {
        List<String> all = new ArrayList<>(List.of("exit", Files.writeString(folder.resolve("k-1.yaml"), DOSSIER).toString()));
        all.addAll(List.of(args));
        return Main.run(() -> new BookDecider(BOOKS), () -> BOOKS, new PrintWriter(out), new PrintWriter(err), all.toArray(String[]::new));
    }
}
