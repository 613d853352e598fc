package org.prorata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.prorata.book.engine.RuleBook;
import org.prorata.book.engine.RuleBooks;
import org.prorata.book.register.ContractPages;
import org.prorata.book.register.Conventions;
import org.prorata.book.register.Register;
import org.prorata.book.register.RuleText;
import org.prorata.book.register.ShownCase;
import org.prorata.book.schema.Table;
import org.prorata.book.schema.Tables;
import org.prorata.decision.Because;
import org.prorata.decision.Clauses;

/** Written files of the register; {@code -Dprorata.regenerate=true} writes them anew before they are looked at. */
@DisplayName("The register's written files")
class RegisterFilesTest {

    private static final Path FILE = Path.of("rules", "clauses.yaml");
    private static final Path BESIDE = Path.of("src", "test", "resources", "golden", "rules-and-clauses.txt");
    private static final Path PAGES = Path.of("docs", "contracts");
    private static final Path OWN = Path.of("src", "test", "resources", "cases");
    private static final Path PUBLISHED = Path.of(
            System.getProperty("prorata.cases", Path.of("..", "shared", "cases").toString()));

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)]+)\\)");

    private static List<RuleText> rules;
    private static Tables tables;
    private static List<ShownCase> own;
    private static List<ShownCase> all;
    private static Conventions conventions;

    @BeforeAll
    static void decideAll() throws IOException {
        RuleBook book = RuleBook.shipped();
        rules = RuleText.of(book.source().rules());
        tables = book.source().tables();
        own = ShownCases.of(RuleBooks.of(book), List.of(OWN), Path.of(""));
        all = new ArrayList<>(own);
        all.addAll(ShownCases.of(
                RuleBooks.of(book),
                Stream.of(PUBLISHED).filter(Files::isDirectory).toList(),
                Path.of("")));
        if (Boolean.getBoolean("prorata.regenerate")) {
            Files.writeString(FILE, RegisterFiles.file(Files.readString(FILE), rules, all));
        }
        conventions = Conventions.read(Files.readString(FILE));
        if (Boolean.getBoolean("prorata.regenerate")) {
            Files.createDirectories(BESIDE.getParent());
            Files.writeString(BESIDE, beside());
            Files.createDirectories(PAGES);
            try (Stream<Path> old = Files.list(PAGES)) {
                for (Path page : old.toList()) {
                    Files.delete(page);
                }
            }
            for (Map.Entry<String, String> page : pages().entrySet()) {
                Files.writeString(PAGES.resolve(page.getKey()), page.getValue());
            }
        }
    }

    private static String beside() {
        return RegisterFiles.besideClauses(rules, Register.of(tables, conventions));
    }

    private static Map<String, String> pages() {
        return new ContractPages(tables, Register.of(tables, conventions), rules, own).all();
    }

    @Test
    @DisplayName(
            "name every rule of the book, under each clause that it cites or with the sheets that carry its clause")
    void everyRule() throws IOException {
        assertThat(rules).hasSize((int) RuleBook.shipped().source().deciders().stream()
                .filter(name -> name.contains(".drl!"))
                .count());
        assertThat(Files.readString(FILE)).isEqualTo(RegisterFiles.file(Files.readString(FILE), rules, all));
        assertThat(conventions.rules()).isEqualTo(RegisterFiles.byClause(rules));
        Set<String> without = new LinkedHashSet<>(rules.stream()
                .filter(rule -> Clauses.ofRule(rule.name()).isEmpty())
                .map(RuleText::fullName)
                .toList());
        assertThat(conventions.carriedBy().keySet()).isEqualTo(without);
        Set<String> sheets = new LinkedHashSet<>(tables.all().stream()
                .map(Table::sheet)
                .filter(sheet -> sheet.policy())
                .map(sheet -> sheet.id())
                .toList());
        assertThat(conventions.carriedBy())
                .allSatisfy(
                        (rule, named) -> assertThat(named).as(rule).isNotEmpty().isSubsetOf(sheets));
    }

    @Test
    @DisplayName(
            "hold for every decision of every case: it cites a clause, and a rule that cites none rests on a row of its sheets")
    void everyDecision() {
        assertThat(all.stream().mapToInt(one -> one.becauses().size()).sum()).isGreaterThan(1_000);
        Map<String, RuleText> byName = new HashMap<>();
        rules.forEach(rule -> byName.put(rule.name(), rule));
        List<String> wrong = new ArrayList<>();
        for (ShownCase one : all) {
            for (Because because : one.becauses()) {
                if (because.clauses().isEmpty()) {
                    wrong.add(one.file() + ": a decision cites no clause: " + because.rules());
                }
                because.rules().stream()
                        .filter(rule -> !byName.containsKey(rule))
                        .forEach(rule -> wrong.add(one.file() + ": no rule is called " + rule));
            }
        }
        conventions
                .carriedBy()
                .forEach((name, sheets) -> RegisterFiles.astray(
                                byName.get(name.substring(name.indexOf('!') + 1)), sheets, all)
                        .forEach(file -> wrong.add(file + ": " + name + " rests on no row of " + sheets)));
        assertThat(wrong).isEmpty();
    }

    @Test
    @DisplayName("show rules beside clauses as they are")
    void current() throws IOException {
        assertThat(BESIDE).hasContent(beside());
        assertThat(beside().lines()).noneMatch(line -> line.endsWith("by its row: "));
    }

    @Test
    @DisplayName("show each contract as it is: mvn -q -o test -Dtest=RegisterFilesTest -Dprorata.regenerate=true")
    void pagesAreCurrent() throws IOException {
        Map<String, String> written = new HashMap<>();
        try (Stream<Path> files = Files.list(PAGES)) {
            for (Path file : files.toList()) {
                written.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        Map<String, String> pages = pages();
        assertThat(written.keySet()).isEqualTo(pages.keySet());
        pages.forEach((name, text) -> assertThat(written.get(name)).as(name).isEqualTo(text));
    }

    @Test
    @DisplayName("lead from each page to files and headings that are there, and no two headings of a page are alike")
    void links() {
        pages().forEach((name, text) -> {
            List<String> anchors = RegisterFilesPages.anchors(text);
            assertThat(anchors).as(name).doesNotHaveDuplicates();
            LINK.matcher(text).results().map(link -> link.group(1)).distinct().forEach(link -> {
                if (link.startsWith("#")) {
                    assertThat(anchors).as(name).contains(link.substring(1));
                } else {
                    assertThat(PAGES.resolve(link).normalize()).as(name).exists();
                }
            });
        });
    }

    @Test
    @DisplayName(
            "list a rule under a clause only where a decision of a case of the contract speaks for it, and tell its condition once")
    void evidence() {
        RegisterFilesPages read = new RegisterFilesPages(conventions.carriedBy(), own);
        Map<String, String> pages = pages();
        pages.forEach((name, text) -> {
            assertThat(read.without(name.replaceFirst("\\.md$", ""), text))
                    .as(name)
                    .isEmpty();
            assertThat(RegisterFilesPages.byName(text))
                    .as(name)
                    .doesNotHaveDuplicates()
                    .hasSameElementsAs(RegisterFilesPages.listed(text).stream()
                            .map(RegisterFilesPages.Listed::rule)
                            .distinct()
                            .toList());
        });
        String planted = pages.get("sesame.md")
                .replaceFirst(
                        "(?m)^### SE-TRIAL .*$",
                        "$0\n\n- [proration.drl](../../rules/proration.drl) \"C-PRICE a whole period is charged its price\""
                                + "\n- [rights.drl](../../rules/rights.drl) \"users over the number ordered are blocked until a new order\"");
        assertThat(read.without("sesame", planted))
                .containsExactly(
                        new RegisterFilesPages.Listed(
                                "SE-TRIAL", "proration.drl!C-PRICE a whole period is charged its price"),
                        new RegisterFilesPages.Listed(
                                "SE-TRIAL", "rights.drl!users over the number ordered are blocked until a new order"));
    }

    @Test
    @DisplayName(
            "show the rules that only join in a decision under the clause of their row, and no rule beside which the row only lies")
    void joined() {
        Map<String, String> pages = pages();
        assertThat(under(pages, "connelink-2022-01", "CL-AVAIL"))
                .contains(
                        "an outage for which the provider answers is downtime",
                        "a credit that the terms give by themselves is due without a claim")
                .doesNotContain("a claim sent by the last covered day makes the credit due")
                .noneMatch(rule -> rule.startsWith("C-VAT") || rule.startsWith("C-BALANCE"));
        assertThat(under(pages, "teachup-2022-05", "TU-SLA-CLAIM"))
                .contains(
                        "a claim sent by the last covered day makes the credit due",
                        "a claim sent after the last covered day comes too late")
                .doesNotContain("a credit that the terms give by themselves is due without a claim");
        assertThat(under(pages, "sesame", "SE-ANNUAL"))
                .isNotEmpty()
                .noneMatch(rule ->
                        rule.startsWith("C-PRICE") || rule.endsWith("ordering is allowed where nothing blocks it"));
        assertThat(under(pages, "scalingo-2022-09", "SC-REFUSE"))
                .contains("ordering is allowed where nothing blocks it");
        assertThat(under(pages, "socialdirect-2024-10", "SD-SLOT")).noneMatch(rule -> rule.contains("cancelled"));
        assertThat(under(pages, "teachup-2022-05", "L-FR-40"))
                .contains("each late invoice bears the fixed sum for recovery costs once");
    }

    private static List<String> under(Map<String, String> pages, String terms, String clause) {
        assertThat(pages.get(terms + ".md")).contains("\n### " + clause);
        return RegisterFilesPages.listed(pages.get(terms + ".md")).stream()
                .filter(one -> one.clause().equals(clause))
                .map(one -> one.rule().substring(one.rule().indexOf('!') + 1))
                .toList();
    }

    @Test
    @DisplayName("are what a file from before the rules were listed apart becomes, and keep what a person changed")
    void written() throws IOException {
        String head = RegisterFiles.head(Files.readString(FILE));
        String before = head.replaceFirst("(?m)^( +)fr: .*\n", "$0$1decided_by:\n$1  - terms.drl!C-DATE *\n");
        assertThat(before).isNotEqualTo(head);
        assertThat(RegisterFiles.file(before, rules, all)).startsWith(head);
        RuleText one = new RuleText("x.drl", "a rule of five words or more", "", "$slot : Slot()", "");
        String with = RegisterFiles.file(head, List.of(one), List.of());
        assertThat(with).contains("\"x.drl!a rule of five words or more\": []");
        String seen = with.replace("more\": []", "more\": [rights!delays]");
        assertThat(RegisterFiles.file(seen, List.of(one), List.of())).isEqualTo(seen);
    }
}
