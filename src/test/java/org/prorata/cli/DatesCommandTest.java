package org.prorata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prorata.book.engine.RuleBook;
import org.prorata.book.engine.RuleBooks;

@DisplayName("dates")
class DatesCommandTest {

    private static final RuleBooks BOOKS = RuleBooks.of(RuleBook.shipped());
    private static final String DOSSIER = """
            terms: connelink-2022-01
            contract: {id: K-2, start: 2025-03-01, items: [{id: mail, kind: subscription, quantity: 40, price: 240.00, per: year, from: 2025-03-01}]}
            invoices: [{id: F-1, issued: 2025-06-01, amount: 100.00}]
            """;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    @DisplayName("lists the days in order, each with its clause, from a day on if asked to")
    void listed() throws IOException {
        assertThat(run("dates", file(), "--from", "2026-02-28")).isZero();
        assertThat(out.toString().lines().limit(3))
                .containsExactly(
                        "K-2",
                        "  2026-02-28  the contract ends on 28 February 2026",
                        "              CL-TERM (Connelink, 23/01/2022, art. 3, 17) (contract)");
        assertThat(out.toString().lines().filter(line -> line.startsWith("  2")))
                .isSorted();
    }

    @Test
    @DisplayName("says that there is none, and writes an empty calendar all the same")
    void none() throws IOException {
        Path ics = folder.resolve("none.ics");
        assertThat(run("dates", file(), "--from", "2099-01-01", "--ics", ics.toString(), "--language", "fr"))
                .isZero();
        assertThat(out.toString().lines())
                .containsExactly(
                        "K-2",
                        "  aucune échéance à partir de ce jour",
                        "  le contrat-cadre sur lequel repose le contrat courait jusqu’au 22 décembre 2024 ; le contrat court jusqu’au 28 février 2026");
        assertThat(ics).content().startsWith("BEGIN:VCALENDAR").doesNotContain("VEVENT");
    }

    @Test
    @DisplayName("writes a calendar with as many days as it lists")
    void calendar() throws IOException {
        Path ics = folder.resolve("all.ics");
        assertThat(run("dates", file(), "--ics", ics.toString())).isZero();
        long listed =
                out.toString().lines().filter(line -> line.startsWith("  2")).count();
        assertThat(Files.readAllLines(ics).stream().filter("BEGIN:VEVENT"::equals))
                .hasSize((int) listed)
                .isNotEmpty();
    }

    @Test
    @DisplayName("--json is one object a contract and line, with the fields of the decisions")
    void json() throws IOException {
        assertThat(run("dates", file(), "--from", "2025-07-01", "--json")).isZero();
        assertThat(out.toString())
                .startsWith(
                        "{\"contract\":\"K-2\",\"dates\":[{\"decision\":\"deadline\",\"code\":\"payment_due\",\"on\":\"2025-07-01\"");
    }

    @Test
    @DisplayName("names a calendar file that cannot be written")
    void unwritable() throws IOException {
        Path ics = folder.resolve("no/such/folder.ics");
        assertThat(run("dates", file(), "--ics", ics.toString())).isEqualTo(2);
        assertThat(err.toString().strip())
                .isEqualTo(ics + ": cannot be written, as there is no folder " + ics.getParent());
    }

    @Test
    @DisplayName("tells the last day for notice as one, without supposing that notice was given")
    void notice() throws IOException {
        Path file =
                Files.writeString(folder.resolve("k-1.yaml"), DOSSIER.replace("connelink-2022-01", "teachup-2022-05"));
        assertThat(run("dates", file.toString(), "--json")).isZero();
        assertThat(out.toString())
                .contains(
                        "last day for notice by the client: one by then ends the contract on 28 February 2026",
                        "last day for notice by the provider: one by then ends the contract on 28 February 2026")
                .doesNotContain("\"notice of", "no day of notice");
    }

    @Test
    @DisplayName("refuses one contract given twice, and a folder")
    void twice() throws IOException {
        assertThat(run("dates", file(), file())).isEqualTo(2);
        assertThat(run("dates", folder.toString())).isEqualTo(2);
        assertThat(err.toString().lines())
                .containsExactly(
                        "the contract K-2 is given twice; once is allowed",
                        folder + ": is a folder; a dossier file or a contract is wanted");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    @DisplayName("an answer that standard output does not take is no success")
    void fullOutput() throws IOException {
        PrintWriter full = new PrintWriter(new java.io.Writer() {
            @Override
            public void write(char[] text, int from, int length) throws IOException {
                throw new IOException("full");
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        });
        assertThat(Main.run(() -> new BookDecider(BOOKS), () -> BOOKS, full, new PrintWriter(err), "dates", file()))
                .isEqualTo(3);
        assertThat(err.toString().strip()).isEqualTo("standard output could not be written to the end");
    }

    private String file() throws IOException {
        return Files.writeString(folder.resolve("k-2.yaml"), DOSSIER).toString();
    }

    private int run(String... args) {
        return Main.run(() -> new BookDecider(BOOKS), () -> BOOKS, new PrintWriter(out), new PrintWriter(err), args);
    }
}
