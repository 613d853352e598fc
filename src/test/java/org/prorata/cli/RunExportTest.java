package org.prorata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.prorata.book.engine.RuleBooks;
import org.prorata.run.TestBook;
import org.prorata.store.base.TestDatabase;

class RunExportTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final String CONTRACT = """
            terms: standard
            customer: {country: FR}
            contract:
              id: "%s"
              start: 2026-01-01
              term_months: null
              payment_days: 30
              billing: {every: month, timing: advance}
              items: [{id: "=1+1", quantity: 1, price: 10.10, per: month, from: 2026-01-01}]
            """;

    @TempDir
    private Path folder;

    @Test
    @DisplayName(
            "writes a run and its debit notes as a workbook and as CSV: exact decimals, days as days, never a formula")
    void files() throws Exception {
        CommandLineOf line = new CommandLineOf(DATABASE, RuleBooks.of(TestBook.book()));
        line.record(CONTRACT.formatted("C-1"));
        line.record(CONTRACT.formatted("C-2"));
        assertThat(line.run("bill", "--from", "2026-01-01", "--to", "2026-01-31"))
                .as("%s%s", line.out(), line.err())
                .isZero();
        line.run("issue", "1", "--on", "2026-01-01");
        Path xlsx = folder.resolve("run.xlsx");
        assertThat(line.run("run", "export", "1", "--xlsx", xlsx.toString()))
                .as("%s", line.err())
                .isZero();
        assertThat(line.out())
                .isEqualTo("%1$s invoices: 2 rows\n%1$s lines: 2 rows\n%1$s tax: 2 rows\n%1$s parked: 0 rows\n"
                        .formatted(xlsx));
        try (InputStream in = Files.newInputStream(xlsx);
                XSSFWorkbook book = new XSSFWorkbook(in)) {
            XSSFSheet lines = book.getSheet("lines");
            XSSFCell item = lines.getRow(1).getCell(3);
            assertThat(item.getCellType()).isEqualTo(CellType.STRING);
            assertThat(item.getStringCellValue()).isEqualTo("=1+1");
            assertThat(item.getCellStyle().getQuotePrefixed()).isTrue();
            assertThat(lines.getRow(1).getCell(5).getLocalDateTimeCellValue()).isEqualTo("2026-01-01T00:00:00");
            assertThat(lines.getRow(1).getCell(9).getRawValue()).isEqualTo("10.10");
            assertThat(book.getSheet("invoices").getRow(2).getCell(0).getStringCellValue())
                    .isEqualTo("F2026-000002");
        }
        Path csv = folder.resolve("csv");
        assertThat(line.run("run", "export", "1", "--csv", csv.toString())).isZero();
        assertThat(csv.resolve("lines.csv")).hasContent("""
                invoice,position,contract,item,reason,from,to,day,quantity,amount,currency,catch_up,corrects
                F2026-000001,1,C-1,'=1+1,recurring,2026-01-01,2026-01-31,2026-01-01,1,10.10,EUR,no,
                F2026-000002,1,C-2,'=1+1,recurring,2026-01-01,2026-01-31,2026-01-01,1,10.10,EUR,no,
                """);
        assertThat(csv.resolve("tax.csv")).content().contains("F2026-000001,1,C-1,S,20,10.10,2.02,EUR\n");

        line.run("late", "--on", "2026-03-31", "--preview");
        assertThat(line.run("run", "export", "2", "--csv", csv.toString()))
                .as("%s", line.err())
                .isZero();
        assertThat(csv.resolve("debit_notes.csv")).content().contains(",preview,C-1,standard,2026-03-31,,EUR,");
        assertThat(csv.resolve("lines.csv"))
                .content()
                .startsWith("debit_note,position,contract,invoice,kind,amount,currency\n")
                .contains(",C-1,F2026-000001,fee,40.00,EUR\n");

        assertThat(line.run("run", "export", "1")).isEqualTo(2);
        assertThat(line.err()).contains("(--xlsx=FILE | --csv=FOLDER)");
        assertThat(line.run("run", "export", "7", "--csv", csv.toString())).isEqualTo(2);
        assertThat(line.err()).isEqualTo("there is no run 7; prorata runs lists them\n");
        Path file = Files.writeString(folder.resolve("file"), "x");
        assertThat(line.run("run", "export", "1", "--csv", file.toString())).isEqualTo(2);
        assertThat(line.err()).isEqualTo(file + ": is a file; a folder is wanted\n");
    }
}
