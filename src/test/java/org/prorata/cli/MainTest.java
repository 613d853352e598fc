package org.prorata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prorata.book.engine.RuleBooks;
import org.prorata.contract.Ask;
import org.prorata.contract.Dossier;
import org.prorata.contract.document.KnownTerms;
import org.prorata.decision.Because;
import org.prorata.decision.CannotDecide;
import org.prorata.decision.Decision;
import org.prorata.decision.Reading;
import org.prorata.decision.Reason;

class MainTest {

    private static final String DOSSIER = """
            terms: teachup
            contract: {id: K-1, start: 2025-03-01}
            ask: {question: late, on: 2025-12-31}
            """;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path good;
    private Path bad;
    private Path undecidable;

    /** Every client owes a fee, except that of contract K-X, which has no rate. */
    private static final class Fees implements Decider {
        @Override
        public KnownTerms terms() {
            return new KnownTerms(Map.of("teachup", false));
        }

        @Override
        public UnaryOperator<String> citations(Ask ask) {
            return UnaryOperator.identity();
        }

        @Override
        public List<Decision> decide(Dossier dossier, Ask ask) {
            if (dossier.contract().id().equals("K-X")) {
                throw new CannotDecide("no-row", "no rate for 2025");
            }
            return List.of(new Decision.RecoveryFee(
                    "F-1",
                    new BigDecimal("12.00"),
                    new BigDecimal("12.00"),
                    new Because(
                            Reading.CONTRACT,
                            List.of("XX-FEE a fee"),
                            List.of(),
                            List.of(Reason.of("format.yes")),
                            List.of())));
        }
    }

    @BeforeEach
    void write() throws IOException {
        good = Files.writeString(folder.resolve("good.yaml"), DOSSIER);
        bad = Files.writeString(
                folder.resolve("bad.yaml"),
                DOSSIER.replace("K-1", "K-1, items: 3").replace("2025-12-31", "2025-12-32"));
        undecidable = Files.writeString(folder.resolve("undecidable.yaml"), DOSSIER.replace("K-1", "K-X"));
    }

    @Test
    @DisplayName("evaluate --json answers one object per file and line, errors among them")
    void evaluateJson() {
        int status = run("evaluate", "--json", good.toString(), undecidable.toString(), bad.toString());
        assertThat(status).isEqualTo(2);
        assertThat(out.toString().lines())
                .containsExactly(
                        "{\"file\":\"" + good
                                + "\",\"decisions\":[{\"decision\":\"recovery_fee\",\"invoice\":\"F-1\",\"amount\":12.00,\"to_claim\":12.00,"
                                + "\"clauses\":[\"XX-FEE\"],\"reading\":\"contract\",\"because\":[\"yes\"],\"sources\":[\"XX-FEE a fee\"]}]}",
                        "{\"file\":\"" + undecidable + "\",\"error\":\"" + undecidable + ": no rate for 2025\"}",
                        "{\"file\":\"" + bad + "\",\"error\":\"" + bad
                                + ":2 contract.items: \\\"3\\\" is a single value; a list is wanted\\n" + bad
                                + ":3 ask.on: \\\"2025-12-32\\\" is not a day of the calendar: December 2025 has 31 days\"}");
        assertThat(err.toString().lines())
                .containsExactly(
                        undecidable + ": no rate for 2025",
                        bad + ":2 contract.items: \"3\" is a single value; a list is wanted",
                        bad + ":3 ask.on: \"2025-12-32\" is not a day of the calendar: December 2025 has 31 days");
    }

    @Test
    @DisplayName("evaluate answers in the language asked for, whatever the dossier says")
    void evaluateText() {
        assertThat(run("evaluate", "--language", "fr", good.toString())).isZero();
        assertThat(out.toString().lines())
                .containsExactly(
                        good.toString(),
                        "  Indemnité de recouvrement – facture F-1, montant 12,00, à réclamer 12,00",
                        "      oui",
                        "      Clauses : XX-FEE (contrat)",
                        "      Sources : XX-FEE a fee",
                        "");
    }

    @Test
    @DisplayName("a dossier that cannot be decided is status 1")
    void undecidable() {
        assertThat(run("evaluate", undecidable.toString())).isEqualTo(1);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    @DisplayName("evaluate wants a question")
    void withoutAsk() throws IOException {
        Path file = Files.writeString(folder.resolve("facts.yaml"), DOSSIER.replaceAll("ask.*", ""));
        assertThat(run("evaluate", file.toString())).isEqualTo(2);
        assertThat(err.toString()).startsWith(file + ":1 ask: is missing; a question such as");
    }

    @Test
    @DisplayName("cases runs all below a directory; the last line counts")
    void cases() throws IOException {
        Path cases = Files.createDirectories(folder.resolve("cases/deeper"));
        Files.writeString(
                cases.resolve("a.yaml"),
                "case: A fee is due\n" + DOSSIER + "expect:\n  - {decision: recovery_fee, amount: 12}\n");
        Files.writeString(cases.resolve("note.txt"), "no case");
        assertThat(run("cases", folder.resolve("cases").toString())).isZero();
        assertThat(out.toString()).isEqualTo(String.format("1 passed, 0 failed%n"));

        Path failing = Files.writeString(
                cases.resolve("b.yaml"), "case: No fee is due\n" + DOSSIER + "expect_none: [recovery_fee]\n");
        out.getBuffer().setLength(0);
        assertThat(run("cases", folder.resolve("cases").toString())).isEqualTo(1);
        assertThat(out.toString().lines())
                .containsExactly(
                        "FAILED " + failing + ": No fee is due",
                        "  expect_none: there is a recovery_fee",
                        "    {decision: recovery_fee, invoice: F-1, amount: 12.00, to_claim: 12.00}",
                        "1 passed, 1 failed");
    }

    @Test
    @DisplayName("a case that expects nothing, an empty directory and a missing file are bad input")
    void badCases() throws IOException {
        assertThat(run("cases", good.toString())).isEqualTo(2);
        assertThat(err.toString().lines()).hasSize(2).allMatch(line -> line.startsWith(good + ":1 "));
        assertThat(out.toString()).isEqualTo(String.format("0 passed, 1 failed%n"));
        Path empty = Files.createDirectories(folder.resolve("empty"));
        assertThat(run("cases", empty.toString())).isEqualTo(2);
        assertThat(run("cases", folder.resolve("none.yaml").toString())).isEqualTo(2);
        assertThat(err.toString()).contains(empty + ": no case here", "none.yaml: no such file");
    }

    @Test
    @DisplayName("help asks for no rules, and an unknown option is bad input")
    void usage() {
        assertThat(Main.run(
                        () -> {
                            throw new AssertionError("rules are not needed");
                        },
                        MainTest::none,
                        new PrintWriter(out),
                        new PrintWriter(err),
                        "evaluate",
                        "--help"))
                .isZero();
        assertThat(run("evaluate", "--jsn", good.toString())).isEqualTo(2);
        assertThat(run("evaluate")).isEqualTo(2);
        assertThat(run()).isEqualTo(2);
    }

    private static RuleBooks none() {
        throw new AssertionError("no rule book is needed");
    }

    private int run(String... args) {
        return Main.run(Fees::new, MainTest::none, new PrintWriter(out), new PrintWriter(err), args);
    }
}
