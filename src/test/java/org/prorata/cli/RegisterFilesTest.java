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
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.prorata.decision.Because;
import org.prorata.decision.Clauses;
import org.prorata.engine.RuleBook;
import org.prorata.engine.RuleBooks;
import org.prorata.pages.ContractPages;
import org.prorata.pages.Shown;
import org.prorata.register.Conventions;
import org.prorata.register.Register;
import org.prorata.register.RuleText;
import org.prorata.tables.Table;
import org.prorata.tables.Tables;

/** Written files of the register; {@code -Dprorata.regenerate=true} writes them anew before they are looked at. */
@DisplayName("The register's written files")
class RegisterFilesTest {

    private static final Path FILE = Path.of("rules", "clauses.yaml");
    private static final Path BESIDE = Path.of("src", "test", "resources", "golden", "rules-and-clauses.txt");
    private static final Path PAGES = Path.of("docs", "contracts");
    private static final Path OWN = Path.of("src", "test", "resources", "cases");
    private static final Path PUBLISHED = Path.of(System.getProperty("prorata.cases", Path.of("..", "shared", "cases").toString()));

    private static List<RuleText> rules;
    private static Tables tables;
    private static List<Shown> own;
    private static List<Shown> all;
    private static Conventions conventions;

    @BeforeAll
    static void decideAll() throws IOException {
        RuleBook book = RuleBook.shipped();
        rules = RuleText.of(book.source().rules());
        tables = book.source().tables();
        own = ShownCases.of(RuleBooks.of(book), List.of(OWN), Path.of(""));
        all = new ArrayList<>(own);
        all.addAll(ShownCases.of(RuleBooks.of(book), Stream.of(PUBLISHED).filter(Files::isDirectory).toList(), Path.of("")));
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
    @DisplayName("name every rule of the book, under each clause that it cites or with the sheets that carry its clause")
    void everyRule() throws IOException {
        assertThat(rules).hasSize((int) RuleBook.shipped().source().deciders().stream().filter(name -> name.contains(".drl!")).count());
        assertThat(Files.readString(FILE)).isEqualTo(RegisterFiles.file(Files.readString(FILE), rules, all));
        assertThat(conventions.rules()).isEqualTo(RegisterFiles.byClause(rules));
        Set<String> without = new LinkedHashSet<>(rules.stream().filter(rule -> Clauses.ofRule(rule.name()).isEmpty()).map(RuleText::fullName).toList());
        assertThat(conventions.carriedBy().keySet()).isEqualTo(without);
        Set<String> sheets = new LinkedHashSet<>(tables.all().stream().map(Table::sheet).filter(sheet -> sheet.policy()).map(sheet -> sheet.id()).toList());
        assertThat(conventions.carriedBy()).allSatisfy((rule, named) -> assertThat(named).as(rule).isNotEmpty().isSubsetOf(sheets));
    }

    @Test
    @DisplayName("hold for every decision of every case: it cites a clause, and a rule that cites none rests on a row of its sheets")
    void everyDecision() {
        assertThat(all.stream().mapToInt(one -> one.becauses().size()).sum()).isGreaterThan(1_000);
        Map<String, RuleText> byName = new HashMap<>();
        rules.forEach(rule -> byName.put(rule.name(), rule));
        List<String> wrong = new ArrayList<>();
        for (Shown one : all) {
            for (Because because : one.becauses()) {
                if (because.clauses().isEmpty()) {
                    wrong.add(one.file() + ": a decision cites no clause: " + because.rules());
                }
                because.rules().stream().filter(rule -> !byName.containsKey(rule)).forEach(rule -> wrong.add(one.file() + ": no rule is called " + rule));
            }
        }
        conventions.carriedBy().forEach((name, sheets) -> RegisterFiles.astray(byName.get(name.substring(name.indexOf('!') + 1)), sheets, all)
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
        assertThat(written.keySet()).isEqualTo(pages().keySet());
        pages().forEach((name, text) -> assertThat(written.get(name)).as(name).isEqualTo(text));
    }

    @Test
    @DisplayName("lead from each page to files that are there")
    void links() {
        pages().forEach((name, text) -> java.util.regex.Pattern.compile("\\]\\(([^)]+)\\)").matcher(text).results().map(link -> link.group(1))
                .distinct().forEach(link -> assertThat(PAGES.resolve(link).normalize()).as(name).exists()));
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
