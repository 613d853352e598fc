package org.prorata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.prorata.book.cases.CaseRunner;
import org.prorata.book.engine.BookSource;
import org.prorata.book.engine.RuleBook;
import org.prorata.book.engine.RuleBooks;
import org.prorata.book.register.ContractPages;
import org.prorata.book.register.Register;
import org.prorata.book.register.RuleText;
import org.prorata.book.workbook.AddedRows;
import org.prorata.contract.document.CaseFile;
import org.prorata.contract.document.DossierReader;
import org.prorata.decision.Decision;
import org.prorata.decision.explain.DecisionFields;
import org.prorata.decision.explain.DecisionText;
import org.prorata.decision.explain.Sentences;

/** A contract of a known shape comes with table rows alone: no rule, no code; its clauses are rows as well. */
@DisplayName("A sixth contract by rows alone")
class SixthContractTest {

    private static final Path FOLDER = Path.of("src", "test", "resources", "sixth");
    private static final Pattern ROW_OF_SIXTH = Pattern.compile("([a-z-]+![a-z-]+)!5\\d\\d\\b");

    private static final RuleBook SHIPPED = RuleBook.shipped();
    private static final RuleBook BOOK = RuleBook.compile(new BookSource(
            SHIPPED.source().rules(),
            AddedRows.to(SHIPPED.source().tables(), FOLDER.resolve("tables")),
            BookSource.CALCULATION));
    private static final BookDecider DECIDER = new BookDecider(RuleBooks.of(BOOK));

    static Stream<CaseFile> cases() throws IOException {
        DossierReader reader = new DossierReader(DECIDER.terms());
        try (Stream<Path> files = Files.list(FOLDER.resolve("cases"))) {
            return files.sorted().map(file -> reader.readCase(file, DecisionFields.vocabulary())).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    @DisplayName("is billed, ended, revised and reminded to the cent")
    void holds(CaseFile one) {
        assertThat(new CaseRunner(DECIDER::decide).run(one).differences()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    @DisplayName("is explained in both languages, with its own rows as sources and its own clauses")
    void explained(String language) throws IOException {
        Sentences sentences = new Sentences(Locale.forLanguageTag(language));
        Set<String> cited = new TreeSet<>();
        Set<String> text = new TreeSet<>();
        for (CaseFile one : cases().toList()) {
            for (Decision decision : DECIDER.decide(one.dossier(), one.ask())) {
                List<String> lines = DecisionText.of(decision, sentences, DECIDER.citations(one.ask()));
                assertThat(lines).allMatch(line -> !line.isBlank() && !line.contains("{"));
                text.addAll(lines);
                String all = String.join("\n", lines);
                ROW_OF_SIXTH.matcher(all).results().forEach(found -> cited.add(found.group(1)));
            }
        }
        assertThat(cited)
                .contains(
                        "contract-terms!term",
                        "contract-terms!billing",
                        "contract-terms!payment",
                        "proration!partial",
                        "proration!plan-change",
                        "price-revision!notice",
                        "termination!end",
                        "late-payment!interest",
                        "late-payment!formal-notice",
                        "service-level!profile",
                        "rights!delays");
        assertThat(text)
                .anyMatch(line ->
                        line.matches(".*; SX-UPGRADE \\(Sixth, 01/01/2026, art. 4\\) \\((contract|contrat)\\)"));
        assertThat(text).anyMatch(line -> line.contains("L-FR-40 (Code de commerce"));
    }

    @Test
    @DisplayName(
            "has its clauses in the register of its book and a page of its own, and no cell of its tables cites what nobody knows")
    void registered() {
        assertThat(Register.of(BOOK.source().tables()).entry("SX-LATE").place().citation())
                .isEqualTo("Sixth, 01/01/2026, art. 6");
        assertThat(Register.of(BOOK.source().tables()).entry("SX-LATE").decidedBy())
                .containsExactly("late-payment!interest!sixth");
        assertThat(Checks.of(BOOK.source().tables(), List.of()).problems()).isEmpty();
        String page = new ContractPages(
                        BOOK.source().tables(),
                        Register.of(BOOK.source().tables()),
                        RuleText.of(BOOK.source().rules()),
                        ShownCases.of(RuleBooks.of(BOOK), List.of(FOLDER.resolve("cases")), Path.of("")))
                .all()
                .get("sixth-2026.md");
        assertThat(page)
                .contains(
                        "## art. 1 Words",
                        "Sets nothing: Definitions.",
                        "### SX-TERM (art. 2)",
                        "contract-terms!term!sixth",
                        "first_months = 24",
                        "## Clauses of no article above",
                        "### SX-END (art. 7)",
                        "ended-late.yaml");
    }

    @Test
    @DisplayName("is known to the reader of dossiers by the tables, and unknown without its rows")
    void known() {
        String file = FOLDER.resolve("cases").resolve("bill.yaml").toString();
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        assertThat(Main.run(
                        () -> DECIDER,
                        () -> RuleBooks.of(SHIPPED),
                        new PrintWriter(out),
                        new PrintWriter(err),
                        "evaluate",
                        file))
                .isZero();
        assertThat(out.toString()).contains("4,549.45", "proration!plan-change!501");
        assertThat(Main.run(
                        () -> new BookDecider(RuleBooks.of(SHIPPED)),
                        () -> RuleBooks.of(SHIPPED),
                        new PrintWriter(out),
                        new PrintWriter(err),
                        "evaluate",
                        file))
                .isEqualTo(2);
        assertThat(err.toString())
                .startsWith(file + ":3 terms: \"sixth-2026\" ")
                .contains("teachup-2022-05");
    }

    @Test
    @DisplayName("is described in README.md by the sheets that it has rows in")
    void described() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        assertThat(readme).contains("## A sixth contract");
        String section = readme.substring(readme.indexOf("## A sixth contract")).split("\n## ")[0];
        for (var table : BOOK.source().tables().all()) {
            int before =
                    SHIPPED.source().tables().table(table.sheet().id()).rows().size();
            assertThat(section.contains("`" + table.sheet().id() + "`"))
                    .as(table.sheet().id())
                    .isEqualTo(table.rows().size() > before);
        }
    }
}
