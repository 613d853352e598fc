package org.prorata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.prorata.book.engine.RuleBooks;
import org.prorata.run.Told;
import org.prorata.store.base.TestDatabase;

class IncomingImportTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final String CONTRACT = """
            terms: standard
            contract:
              id: K-1
              start: 2026-01-01
              term_months: null
              billing: {every: month, timing: arrears}
              items: [{id: hours, kind: usage, price: 50.00, per: hour, from: 2026-01-01}]
            """;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    @DisplayName(
            "0 all stored or known, 1 with rejected rows, 2 for a file that can't be read; a summary for people or programs")
    void statuses() throws IOException {
        Told.dossiers(DATABASE.session(), CONTRACT);
        Path good = Files.writeString(folder.resolve("good.csv"), "id,contract,item,on\n1,K-1,hours,2026-01-05\n");
        assertThat(run("usage", "import", "--check", good.toString())).isZero();
        assertThat(out.toString()).isEqualTo(good + ": 1 rows, 1 would be stored, 0 known already, 0 rejected\n");
        assertThat(run("usage", "import", good.toString())).isZero();
        assertThat(out.toString()).isEqualTo(good + ": 1 rows, 1 stored, 0 known already, 0 rejected\n");
        Path bad = Files.writeString(
                folder.resolve("bad.csv"), "id,contract,item,on\n" + "2,K-1,,2026-01-05\n".repeat(22));
        assertThat(run("usage", "import", bad.toString())).isEqualTo(1);
        assertThat(err.toString())
                .startsWith(bad + ":2 item: is missing; a text is wanted\n")
                .endsWith("… and 2 more rejected rows; --rejects FILE writes all of them\n");
        Path rejects = folder.resolve("rejects.csv");
        assertThat(run("usage", "import", "--json", "--rejects", rejects.toString(), bad.toString()))
                .isEqualTo(1);
        assertThat(out.toString())
                .startsWith(
                        "{\"file\":\"" + bad + "\",\"kind\":\"usage\",\"checked_only\":false,\"rows\":22,\"stored\":0,"
                                + "\"known\":0,\"rejected\":22,\"problems\":[{\"line\":2,\"column\":\"item\",\"code\":\"missing-field\","
                                + "\"message\":\"is missing; a text is wanted\"},");
        assertThat(rejects).content().hasLineCount(23);
        assertThat(run("events", "import", good.toString())).isEqualTo(2);
        assertThat(err.toString()).startsWith(good + ":1: the header lacks event;");
        assertThat(run("payments")).isEqualTo(2);
        assertThat(err.toString())
                .contains("Columns needed: id, invoice, on, amount; allowed: id, invoice, on, amount,");
    }

    @Test
    @DisplayName("withdraws rows by ids or by a file: 0 all, 1 some, 2 none; the ids are free again")
    void withdraw() throws IOException {
        Told.dossiers(DATABASE.session(), CONTRACT);
        Path rows = Files.writeString(
                folder.resolve("wrong.csv"), "id,contract,item,on\nw1,K-1,hours,2026-01-05\nw2,K-1,hours,2026-01-06\n");
        assertThat(run("usage", "import", rows.toString())).isZero();
        assertThat(run("usage", "withdraw", "--reason", "test data", "w1", "w7"))
                .isEqualTo(1);
        assertThat(out.toString()).isEqualTo("usage: 1 withdrawn, 1 refused\n");
        assertThat(err.toString()).isEqualTo("usage: \"w7\" is not the id of a row of usage that was imported\n");
        assertThat(run("usage", "withdraw", "--reason", "test data", "--file", rows.toString()))
                .isEqualTo(1);
        assertThat(out.toString()).isEqualTo("usage: 1 withdrawn, 1 refused\n");
        assertThat(err.toString())
                .matches(rows
                        + ":2 id: \"w1\" was withdrawn already, on [0-9-]{10}; a row is withdrawn once, and what was"
                        + " imported since under its id again\n");
        assertThat(run("usage", "withdraw", "--reason", "test data", "w1")).isEqualTo(2);
        assertThat(run("events", "withdraw", "--reason", "test data", "w2"))
                .as("ids of another feed")
                .isEqualTo(2);
        assertThat(run("usage", "import", rows.toString())).isZero();
        assertThat(out.toString()).isEqualTo(rows + ": 2 rows, 2 stored, 0 known already, 0 rejected\n");
        assertThat(run("usage", "withdraw", "--reason", "all", "--file", rows.toString()))
                .isZero();
        assertThat(out.toString()).isEqualTo("usage: 2 withdrawn\n");
        Path lacking = Files.writeString(folder.resolve("lacking.csv"), "contract,id\nK-1,w1\nK-1,\n");
        assertThat(run("usage", "withdraw", "--reason", "all", "--file", lacking.toString()))
                .isEqualTo(2);
        assertThat(err.toString()).isEqualTo(lacking + ":3 id: is missing; a text is wanted\n");
        assertThat(run(
                        "usage",
                        "withdraw",
                        "--reason",
                        "all",
                        "--file",
                        Files.writeString(lacking, "contract\nK-1\n").toString()))
                .isEqualTo(2);
        assertThat(err.toString())
                .isEqualTo(lacking + ":1: the header lacks id; the first row names the columns, separated by commas or"
                        + " semicolons: id\n");
        assertThat(run("usage", "withdraw", "--reason", " ", "w1")).isEqualTo(2);
        assertThat(err.toString()).isEqualTo("--reason is empty; say in some words why the rows are withdrawn\n");
        assertThat(run("usage", "withdraw", "--reason", "x")).isEqualTo(2);
        assertThat(err.toString()).isEqualTo("which rows? Either ids or --file FILE is wanted\n");
    }

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        String url = DATABASE.settings()
                .asOwner()
                .jdbcUrl()
                .replace(
                        "jdbc:postgresql://",
                        "postgresql://" + DATABASE.settings().asOwner().user() + ":"
                                + DATABASE.settings().asOwner().password() + "@");
        String[] all = arguments.length == 1
                ? arguments
                : Stream.concat(Stream.of(arguments), Stream.of("--database-url", url))
                        .toArray(String[]::new);
        return Main.run(
                () -> {
                    throw new AssertionError("nothing is decided");
                },
                () -> (RuleBooks) null,
                new PrintWriter(out),
                new PrintWriter(err),
                all);
    }
}
