package org.prorata.book.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.prorata.book.schema.ClauseSheets;
import org.prorata.book.schema.Shipped;
import org.prorata.book.schema.Table;
import org.prorata.book.schema.Tables;
import org.prorata.book.workbook.Workbooks;
import org.prorata.decision.Clauses;
import org.prorata.decision.policy.Row;
import org.prorata.rules.RuleFiles;

class RegisterTest {

    /** Conventions beyond the ids of the clause book, each with the reason why it is needed. */
    private static final Map<String, String> BEYOND = Map.ofEntries(
            Map.entry("C-AGREED", "no clause says what a written agreement does to a day that the terms set"),
            Map.entry("C-APPORTION", "C-SPREAD spreads a price over time, not an amount over items"),
            Map.entry("C-BALANCE", "a bill as the difference to what was billed is our own way to correct"),
            Map.entry("C-DUE", "how days to pay and ends of months are counted stands in no contract that we have"),
            Map.entry("C-END", "C-DATE says how days are counted, not what ends on them"),
            Map.entry("C-EURO", "the law fixes the sum in euros and says nothing of other currencies"),
            Map.entry("C-FORMER", "that terms govern until others hold is said by none of them"),
            Map.entry("C-INDEX", "C-MONEY says how a price is rounded, not how it follows an index"),
            Map.entry("C-KEPT", "C-SILENT says that nothing is granted, not that what was invoiced stays so"),
            Map.entry("C-PRICE", "C-MONEY says how an amount is rounded, not what a period or a service costs"),
            Map.entry("C-REST", "C-SPREAD makes parts of a year add up; it makes none of them due at an end"),
            Map.entry("C-UNTOLD", "facts that nobody told are our program's matter and no contract's"),
            Map.entry("C-UNUSED", "C-DAILY charges a partial period; it gives nothing back"),
            Map.entry("C-USE", "which use counts, and at which day's price, stands in no contract that we have"),
            Map.entry("C-WINDOW", "the window of a bill is our own notion"));

    private static Tables tables;
    private static Register register;
    /** Clauses cited, by {@code file.drl!rule name} and {@code workbook!sheet!row name}. */
    private static final Map<String, List<String>> CITED = new LinkedHashMap<>();

    private static final List<Row> PROFILES = new ArrayList<>();

    @BeforeAll
    static void readAll() throws IOException {
        tables = Workbooks.read(Path.of("spreadsheets"), Shipped.sheets());
        register = Register.of(tables);
        RuleFiles.names()
                .forEach((file, names) -> names.forEach(name -> CITED.put(file + "!" + name, Clauses.ofRule(name))));
        for (Table table : tables.all()) {
            if (table.sheet().policy()) {
                table.rows()
                        .forEach(row -> CITED.put(
                                table.sheet().id() + "!" + row.text("name"),
                                row.ref().clauses()));
            }
            if (table.sheet().id().equals("contract-terms!profiles")) {
                PROFILES.addAll(table.rows());
            }
        }
    }

    @Test
    void a_clause_that_a_rule_or_row_cites_is_registered() {
        List<String> wrong = new ArrayList<>();
        CITED.forEach((place, clauses) -> clauses.stream()
                .filter(id -> register.find(id).isEmpty())
                .forEach(id -> wrong.add(place + " cites " + id + ", which the register does not have")));
        assertThat(wrong).isEmpty();
    }

    @Test
    void what_decides_a_clause_is_what_cites_it() {
        for (ClauseEntry entry : register.entries()) {
            assertThat(entry.decidedBy())
                    .as(entry.id())
                    .doesNotHaveDuplicates()
                    .containsExactlyInAnyOrderElementsOf(CITED.entrySet().stream()
                            .filter(one -> one.getValue().contains(entry.id()))
                            .map(Map.Entry::getKey)
                            .toList());
            assertThat(entry.decidedBy()).as(entry.id()).noneMatch(name -> name.contains("*"));
        }
    }

    @Test
    void a_clause_decides_or_says_why_nothing_is_computed() {
        assertThat(register.entries())
                .allSatisfy(entry -> assertThat(entry.decided()).as(entry.id()).isEqualTo(entry.notComputed() == null));
    }

    @Test
    void every_clause_of_a_contract_stands_at_an_article_and_every_article_sets_something_or_says_why() {
        Map<String, Set<String>> placed = new LinkedHashMap<>();
        for (Row row : tables.table(ClauseSheets.ARTICLES.id()).rows()) {
            row.ref()
                    .clauses()
                    .forEach(id -> assertThat(register.entry(id).place())
                            .as(row.text("name"))
                            .matches(place -> place.contract().equals("Conventions")
                                    || row.text("terms").equals(place.terms())));
            placed.computeIfAbsent(row.text("terms"), terms -> new HashSet<>())
                    .addAll(row.ref().clauses());
        }
        register.entries().stream()
                .filter(entry -> entry.place().terms() != null)
                .forEach(entry -> assertThat(placed.getOrDefault(entry.place().terms(), Set.of()))
                        .contains(entry.id()));
    }

    @Test
    void what_the_program_brings_along_is_what_lies_in_the_folders() throws IOException {
        Conventions written = Conventions.read(Files.readString(Path.of("rules", "clauses.yaml")));
        assertThat(Conventions.shipped()).isEqualTo(written);
        assertThat(Register.shipped().entries().stream()
                        .map(entry -> entry.id() + entry.place() + entry.en() + entry.fr()))
                .containsExactlyElementsOf(register.entries().stream()
                        .map(entry -> entry.id() + entry.place() + entry.en() + entry.fr())
                        .toList());
    }

    @Test
    void a_book_without_clauses_is_under_those_of_the_program_and_one_with_clauses_under_its_own() {
        Table clauses = tables.table(ClauseSheets.CLAUSES.id());
        Tables none = tables.with(new Tables(List.of(new Table(clauses.sheet(), List.of()))));
        assertThat(Register.of(none).entry("TU-LATE").place())
                .isEqualTo(register.entry("TU-LATE").place());
        assertThat(ClauseSheets.ids(none)).isEqualTo(ClauseSheets.ids(tables));
        Tables one = tables.with(
                new Tables(List.of(new Table(clauses.sheet(), clauses.rows().subList(0, 1)))));
        assertThat(Register.of(one).find("TU-LATE")).isEmpty();
        assertThat(ClauseSheets.ids(one)).containsExactly("TU-TERM");
    }

    @Test
    void what_a_book_says_of_a_clause_holds_also_where_a_later_program_has_a_convention_of_that_id() {
        Table clauses = tables.table(ClauseSheets.CLAUSES.id());
        Map<String, Object> cells = new LinkedHashMap<>(clauses.rows().get(0).values());
        cells.put("id", "C-DATE");
        Row row = new Row(clauses.rows().get(0).ref(), cells);
        Register book = Register.of(tables.with(new Tables(List.of(new Table(clauses.sheet(), List.of(row))))));
        assertThat(book.entry("C-DATE").place().citation())
                .isEqualTo(register.entry("TU-TERM").place().citation());
        assertThat(book.entries())
                .filteredOn(entry -> entry.id().equals("C-DATE"))
                .hasSize(1);
    }

    @Test
    void only_clauses_without_amount_date_or_right_are_not_computed() {
        assertThat(register.entries().stream()
                        .filter(e -> e.notComputed() != null)
                        .map(ClauseEntry::id))
                .containsExactlyInAnyOrder(
                        "C-MONEY",
                        "TU-NOSETOFF",
                        "CL-LIMITS",
                        "CL-LICENCE",
                        "SE-BACKUP",
                        "SE-BLOCKED",
                        "SD-PARENT",
                        "TU-PREREQ");
    }

    @Test
    void a_clause_is_one_sentence_in_each_language() {
        for (ClauseEntry entry : register.entries()) {
            assertThat(List.of(entry.paraphrase("en"), entry.paraphrase("fr")))
                    .as(entry.id())
                    .allMatch(text -> text.matches("\\p{Lu}[^.]+\\."))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void a_contract_has_the_version_of_its_profile() {
        Map<String, Row> profiles = PROFILES.stream().collect(Collectors.toMap(row -> row.text("terms"), row -> row));
        Set<String> seen = new HashSet<>(Set.of("standard"));
        for (ClauseEntry entry : register.entries()) {
            ClauseEntry.Place place = entry.place();
            if (place.terms() != null) {
                assertThat(profiles).as(entry.id()).containsKey(place.terms());
                assertThat(place.version())
                        .as(entry.id())
                        .isEqualTo(profiles.get(place.terms()).text("version"));
                assertThat(profiles.get(place.terms()).text("title"))
                        .as(entry.id())
                        .startsWith(place.contract());
                seen.add(place.terms());
            }
        }
        assertThat(seen).isEqualTo(profiles.keySet());
    }

    @Test
    void a_clause_is_cited_by_contract_version_and_article() {
        assertThat(register.entry("TU-LATE").place().citation()).isEqualTo("Teach Up, 24/05/2022, art. 12.3");
        assertThatThrownBy(() -> register.entry("TU-LATER")).hasMessage("the register has no clause TU-LATER");
    }

    @Test
    void the_clause_book_of_the_contracts_is_registered_whole() throws IOException {
        Path book = Path.of("../shared/clauses.md");
        assumeTrue(Files.exists(book), "the clause book lies beside the project");
        Pattern first = Pattern.compile("(?m)^\\|\\s*((?:TU|CL|SE|SC|SD|L|C)-[A-Z0-9-]+)\\s*\\|");
        Set<String> ids = new HashSet<>();
        for (Path part : List.of(book, book.resolveSibling("clauses-2.md"))) {
            first.matcher(Files.readString(part))
                    .results()
                    .map(found -> found.group(1))
                    .forEach(ids::add);
        }
        assertThat(ids).isNotEmpty().noneMatch(BEYOND::containsKey);
        ids.addAll(BEYOND.keySet());
        assertThat(register.entries().stream().map(ClauseEntry::id)).containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void beyond_the_clause_book_there_are_conventions_with_a_reason_only() {
        Set<String> conventions =
                register.conventions().clauses().stream().map(ClauseEntry::id).collect(Collectors.toSet());
        BEYOND.forEach((id, reason) -> {
            assertThat(conventions).contains(id);
            assertThat(reason.split(" ")).as(id).hasSizeGreaterThan(4);
        });
    }

    @Test
    void a_register_with_errors_is_refused_with_the_clause_and_what_is_allowed() {
        assertRefused(
                "",
                "    decided: a!b!c",
                "clauses.yaml: AB-X has no field decided; it has article, en, fr, id, not_computed, not_computed_fr"
                        .replace("AB-X", "a clause of Law"));
        assertRefused("", "    not_computed: no figure", "clauses.yaml: AB-X not_computed_fr is missing");
        assertRefused(
                "",
                "    not_computed: 3\n    not_computed_fr: non",
                "clauses.yaml: AB-X not_computed is 3; a text is expected, in quotes if it looks like a number");
        assertRefused("    fr: Deux.\n", "", "clauses.yaml: AB-X fr is missing");
        assertRefused("    fr: Deux.\n", "    fr: Deux.\n" + clause("AB-X"), "clauses.yaml: AB-X is registered twice");
    }

    private static void assertRefused(String without, String more, String message) {
        String yaml = "sources:\n- contract: Law\n  version: \"1\"\n  clauses:\n"
                + (without.isEmpty() ? clause("AB-X") : clause("AB-X").replace(without, "")) + more;
        assertThatThrownBy(() -> Conventions.read(yaml))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    private static String clause(String id) {
        return "  - id: " + id + "\n    article: art. 1\n    en: One.\n    fr: Deux.\n";
    }
}
