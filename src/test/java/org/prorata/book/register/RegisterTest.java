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
import org.junit.jupiter.api.DisplayName;
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
    @DisplayName("a clause that a rule or row cites is registered")
    void aClauseThatARuleOrRowCitesIsRegistered() {
        List<String> wrong = new ArrayList<>();
        CITED.forEach((place, clauses) -> clauses.stream()
                .filter(id -> register.find(id).isEmpty())
                .forEach(id -> wrong.add(place + " cites " + id + ", which the register does not have")));
        assertThat(wrong).isEmpty();
    }

    @Test
    @DisplayName("what decides a clause is what cites it")
    void whatDecidesAClauseIsWhatCitesIt() {
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
    @DisplayName("a clause decides or says why nothing is computed")
    void aClauseDecidesOrSaysWhyNothingIsComputed() {
        assertThat(register.entries())
                .allSatisfy(entry -> assertThat(entry.decided()).as(entry.id()).isEqualTo(entry.notComputed() == null));
    }

    @Test
    @DisplayName("every clause of a contract stands at an article and every article sets something or says why")
    void everyClauseOfAContractStandsAtAnArticleAndEveryArticleSetsSomethingOrSaysWhy() {
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
    @DisplayName("what the program brings along is what lies in the folders")
    void whatTheProgramBringsAlongIsWhatLiesInTheFolders() throws IOException {
        Conventions written = Conventions.read(Files.readString(Path.of("rules", "clauses.yaml")));
        assertThat(Conventions.shipped()).isEqualTo(written);
        assertThat(Register.shipped().entries().stream()
                        .map(entry -> entry.id() + entry.place() + entry.en() + entry.fr()))
                .containsExactlyElementsOf(register.entries().stream()
                        .map(entry -> entry.id() + entry.place() + entry.en() + entry.fr())
                        .toList());
    }

    @Test
    @DisplayName("a book without clauses is under those of the program and one with clauses under its own")
    void aBookWithoutClausesIsUnderThoseOfTheProgramAndOneWithClausesUnderItsOwn() {
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
    @DisplayName("what a book says of a clause holds also where a later program has a convention of that id")
    void whatABookSaysOfAClauseHoldsAlsoWhereALaterProgramHasAConventionOfThatId() {
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
    @DisplayName("only clauses without amount date or right are not computed")
    void onlyClausesWithoutAmountDateOrRightAreNotComputed() {
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
    @DisplayName("a clause is one sentence in each language")
    void aClauseIsOneSentenceInEachLanguage() {
        for (ClauseEntry entry : register.entries()) {
            assertThat(List.of(entry.paraphrase("en"), entry.paraphrase("fr")))
                    .as(entry.id())
                    .allMatch(text -> text.matches("\\p{Lu}[^.]+\\."))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    @DisplayName("a contract has the version of its profile")
    void aContractHasTheVersionOfItsProfile() {
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
    @DisplayName("a clause is cited by contract version and article")
    void aClauseIsCitedByContractVersionAndArticle() {
        assertThat(register.entry("TU-LATE").place().citation()).isEqualTo("Teach Up, 24/05/2022, art. 12.3");
        assertThatThrownBy(() -> register.entry("TU-LATER")).hasMessage("the register has no clause TU-LATER");
    }

    @Test
    @DisplayName("the clause book of the contracts is registered whole")
    void theClauseBookOfTheContractsIsRegisteredWhole() throws IOException {
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
    @DisplayName("beyond the clause book there are conventions with a reason only")
    void beyondTheClauseBookThereAreConventionsWithAReasonOnly() {
        Set<String> conventions =
                register.conventions().clauses().stream().map(ClauseEntry::id).collect(Collectors.toSet());
        BEYOND.forEach((id, reason) -> {
            assertThat(conventions).contains(id);
            assertThat(reason.split(" ")).as(id).hasSizeGreaterThan(4);
        });
    }

    @Test
    @DisplayName("a register with errors is refused with the clause and what is allowed")
    void aRegisterWithErrorsIsRefusedWithTheClauseAndWhatIsAllowed() {
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
