package org.prorata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prorata.book.engine.RuleBook;
import org.prorata.book.engine.RuleBooks;
import org.prorata.book.register.Register;
import org.prorata.decision.explain.Json;

@DisplayName("prorata clauses")
class ClausesCommandTest {

    @TempDir
    private Path cases;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void write() throws IOException {
        for (String name : List.of("a", "b", "c")) {
            Files.writeString(cases.resolve(name + ".yaml"), "case: Case " + name + "\nclauses: [L-FR-TERM]\n");
        }
    }

    @Test
    @DisplayName("prints what decides a clause and which cases show it, totals last")
    void table() {
        assertThat(run("--contract", "code de commerce", "--cases", cases.toString()))
                .isZero();
        assertThat(out.toString().lines().toList())
                .startsWith(
                        "Code de commerce, as of 01/11/2026",
                        "  clause              article                   decided by                                  shown by")
                .containsSequence(
                        "  L-FR-40             L441-10 II, D441-5; CCP   late-payment!recovery-fee!france            no case",
                        "                        D2192-35                late-payment!recovery-fee!france-insolvent",
                        "                                                late-payment!recovery-fee!france-consumer",
                        "                                                late-payment!recovery-fee! and 1 more",
                        "  L-FR-TERM           L441-10 I                 contract-terms!payment!standard             a",
                        "                                                contract-terms!payment!scalingo             b",
                        "                                                contract-terms!payment!socialdirect         and 1 more",
                        "                                                contract-terms!payment-limit!france",
                        "                                                contract-terms!payment-limit!france-",
                        "                                                  periodic",
                        "                                                contract-terms!payment-limit!france-public",
                        "                                                contract-terms!payment-limit! and 2 more",
                        "  L-FR-INSOLVENT      L622-13, L622-17,         late-payment!recovery-fee!france-insolvent  no case",
                        "                        L622-21, L622-28        statute!insolvency!france",
                        "",
                        "                             clauses   decided      open   not computed",
                        "Code de commerce                   4         4         0              0")
                .endsWith("Code de commerce                   4         4         0              0")
                .allMatch(line -> line.length() <= 120 && line.equals(line.stripTrailing()));
    }

    @Test
    @DisplayName("prints all clauses with a total of all contracts, and says why one is not computed")
    void all() {
        assertThat(run("--cases", cases.toString())).isZero();
        assertThat(out.toString())
                .contains("not computed: ")
                .contains(System.lineSeparator() + "Teach Up, 24/05/2022 (teachup-2022-05)");
        assertThat(out.toString().lines().filter(line -> line.matches("  [A-Z]+-.*")))
                .hasSize(Register.shipped().entries().size());
        assertThat(out.toString().lines().reduce((first, last) -> last).orElseThrow())
                .startsWith("all   ");
        assertThat(out.toString().lines()).allMatch(line -> line.length() <= 120);
    }

    @Test
    @DisplayName("prints with --json one object per clause, with every rule, row and case")
    void json() {
        assertThat(run("--json", "--contract", "teachup-2022-05", "--cases", cases.toString()))
                .isZero();
        List<String> lines = out.toString().lines().toList();
        assertThat(lines).allSatisfy(Json::read);
        assertThat(lines)
                .anyMatch(line -> line.startsWith(
                                "{\"clause\":\"TU-LATE\",\"contract\":\"Teach Up\",\"terms\":\"teachup-2022-05\",")
                        && line.contains("\"late-payment!interest!teachup\""));
        assertThat(lines.get(lines.size() - 1)).startsWith("{\"contract\":\"Teach Up\",\"clauses\":");
        out.getBuffer().setLength(0);
        assertThat(run("--json", "--contract", "Code de commerce", "--cases", cases.toString()))
                .isZero();
        assertThat(out.toString()).contains("{\"file\":\"" + cases.resolve("c.yaml") + "\",\"case\":\"Case c\"}");
    }

    @Test
    @DisplayName("refuses a contract that the register does not have, and cases that are no folder or no YAML")
    void refused() throws IOException {
        assertThat(run("--contract", "Sesame")).isEqualTo(2);
        assertThat(err.toString())
                .startsWith(
                        "--contract: the register has no \"Sesame\"; it has Conventions, Teach Up (teachup-2022-05), ");
        Path file = Files.writeString(cases.resolve("bad.yaml"), "clauses: [");
        assertThat(run("--cases", file.toString())).isEqualTo(2);
        assertThat(run("--cases", cases.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("--cases: " + file + " is not a folder", file + ": is not valid YAML: ");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    @DisplayName("wraps at blanks, else after a mark inside a name, else anywhere")
    void wrapped() {
        assertThat(ClauseTable.wrapped("one two three", 8)).containsExactly("one two", "  three");
        assertThat(ClauseTable.wrapped("table!sheet!row-name", 12)).containsExactly("table!sheet!", "  row-name");
        assertThat(ClauseTable.wrapped("abcdefghij", 6)).containsExactly("abcdef", "  ghij");
    }

    private int run(String... args) {
        String[] all = new String[args.length + 1];
        all[0] = "clauses";
        System.arraycopy(args, 0, all, 1, args.length);
        return Main.run(
                () -> {
                    throw new AssertionError("nothing is decided");
                },
                () -> RuleBooks.of(RuleBook.shipped()),
                new PrintWriter(out),
                new PrintWriter(err),
                all);
    }
}
