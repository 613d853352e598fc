package org.prorata.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
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
import org.prorata.contract.Ask;
import org.prorata.contract.Cause;
import org.prorata.decision.CannotDecide;
import org.prorata.decision.Clauses;
import org.prorata.policy.Row;
import org.prorata.question.Questions;
import org.prorata.rules.RuleFiles;
import org.prorata.tables.Shipped;
import org.prorata.tables.Table;
import org.prorata.tables.Workbooks;

class RegisterTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

    private static final Map<String, Ask> QUESTIONS = Map.of(
            "late", new Ask.Late(DAY),
            "terminate", new Ask.Terminate(DAY, Cause.CONVENIENCE, null),
            "service_level", new Ask.ServiceLevel(YearMonth.of(2026, 1), null),
            "rights", new Ask.Rights(DAY),
            "revise", new Ask.Revise(DAY),
            "terms", new Ask.TermsInForce(DAY),
            "dates", new Ask.Dates());

    private static Register register;
    /** Clauses cited, by {@code file.drl!rule name} and {@code workbook!sheet!row name}. */
    private static final Map<String, List<String>> CITED = new LinkedHashMap<>();
    private static final List<Row> PROFILES = new ArrayList<>();

    @BeforeAll
    static void readAll() throws IOException {
        register = Register.shipped();
        RuleFiles.names().forEach((file, names) ->
                names.forEach(name -> CITED.put(file + "!" + name, Clauses.ofRule(name))));
        for (Table table : Workbooks.read(Path.of("spreadsheets"), Shipped.sheets()).all()) {
            if (!table.sheet().series()) {
                table.rows().forEach(row ->
                        CITED.put(table.sheet().id() + "!" + row.text("name"), row.ref().clauses()));
            }
            if (table.sheet().id().equals("contract-terms!profiles")) {
                PROFILES.addAll(table.rows());
            }
        }
    }

    @Test
    void a_clause_that_a_rule_or_row_cites_is_registered_and_decided() {
        List<String> wrong = new ArrayList<>();
        CITED.forEach((place, clauses) -> clauses.forEach(id -> {
            if (register.entries().stream().noneMatch(e -> e.id().equals(id) && !e.decidedBy().isEmpty())) {
                wrong.add(place + " cites " + id + ", which the register does not call decided");
            }
        }));
        assertThat(wrong).isEmpty();
    }

    @Test
    void what_decides_a_clause_exists_and_cites_it() {
        List<String> wrong = new ArrayList<>();
        for (ClauseEntry entry : register.entries()) {
            assertThat(entry.decidedBy()).as(entry.id()).doesNotHaveDuplicates();
            for (String decider : entry.decidedBy()) {
                List<String> places = places(decider);
                if (places.isEmpty()) {
                    wrong.add(entry.id() + ": there is no " + decider);
                }
                places.stream().filter(place -> !CITED.get(place).contains(entry.id()))
                        .forEach(place -> wrong.add(entry.id() + ": " + place + " cites " + CITED.get(place)));
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void a_planned_question_is_one_that_is_not_supported_yet() {
        for (ClauseEntry entry : register.entries()) {
            for (String question : entry.planned()) {
                assertThat(QUESTIONS).as(entry.id()).containsKey(question);
                assertThatThrownBy(() -> Questions.work(null, QUESTIONS.get(question), null))
                        .as(entry.id() + " is planned for " + question + ": when that is supported, say what decides it")
                        .isInstanceOfSatisfying(CannotDecide.class,
                                e -> assertThat(e.code()).isEqualTo("question-not-supported"));
            }
        }
    }

    @Test
    void only_clauses_without_amount_date_or_right_are_not_computed() {
        assertThat(register.entries().stream().filter(e -> e.notComputed() != null).map(ClauseEntry::id))
                .containsExactlyInAnyOrder("TU-SECRET", "TU-NOSETOFF", "CL-KEEP");
    }

    @Test
    void a_clause_is_one_sentence_in_each_language() {
        for (ClauseEntry entry : register.entries()) {
            assertThat(List.of(entry.paraphrase("en"), entry.paraphrase("fr"))).as(entry.id())
                    .allMatch(text -> text.matches("\\p{Lu}[^.]+\\.")).doesNotHaveDuplicates();
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
                assertThat(place.version()).as(entry.id()).isEqualTo(profiles.get(place.terms()).text("version"));
                assertThat(profiles.get(place.terms()).text("title")).as(entry.id()).startsWith(place.contract());
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
        Set<String> ids = Pattern.compile("(?m)^\\|\\s*((?:TU|CL|SE|SC|SD|L|C)-[A-Z0-9-]+)\\s*\\|")
                .matcher(Files.readString(book)).results().map(found -> found.group(1)).collect(Collectors.toSet());
        assertThat(ids).isNotEmpty();
        assertThat(register.entries().stream().map(ClauseEntry::id)).containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void a_register_with_errors_is_refused_with_the_clause_and_what_is_allowed() {
        assertRefused("", "    not_computed: no figure\n    planned: [late]",
                "clauses.yaml: AB-X must have decided_by, planned or both, or else not_computed");
        assertRefused("", "", "clauses.yaml: AB-X must have decided_by, planned or both, or else not_computed");
        assertRefused("", "    decided: a!b!c",
                "clauses.yaml: a clause of Law has no field decided; it has article, decided_by, en, fr, id, not_computed, planned");
        assertRefused("", "    decided_by: []", "clauses.yaml: AB-X decided_by is a list of at least one");
        assertRefused("", "    planned: [3]",
                "clauses.yaml: AB-X planned is 3; a text is expected, in quotes if it looks like a number");
        assertRefused("    fr: Deux.\n", "    planned: [late]", "clauses.yaml: AB-X fr is missing");
        assertRefused("    fr: Deux.\n", "    fr: Deux.\n    planned: [late]\n" + clause("AB-X") + "    planned: [late]",
                "clauses.yaml: AB-X is registered twice");
    }

    private static void assertRefused(String without, String more, String message) {
        String yaml = "sources:\n- contract: Law\n  version: \"1\"\n  clauses:\n"
                + (without.isEmpty() ? clause("AB-X") : clause("AB-X").replace(without, "")) + more;
        assertThatThrownBy(() -> Register.read(yaml)).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    private static String clause(String id) {
        return "  - id: " + id + "\n    article: art. 1\n    en: One.\n    fr: Deux.\n";
    }

    /** The rules and rows that a line of the register stands for. */
    private static List<String> places(String decider) {
        if (!decider.endsWith("*")) {
            return CITED.containsKey(decider) ? List.of(decider) : List.of();
        }
        String start = decider.substring(0, decider.length() - 1);
        return CITED.keySet().stream().filter(place -> place.startsWith(start)).toList();
    }
}
