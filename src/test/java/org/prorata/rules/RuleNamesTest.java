package org.prorata.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.prorata.book.register.ClauseEntry;
import org.prorata.book.register.Conventions;
import org.prorata.decision.Clauses;

class RuleNamesTest {

    /** Clause ids, if any, then words that begin in lower case and end without a full stop. */
    private static final Pattern NAME = Pattern.compile(
            "\"(?<ids>(?:[A-Z]{1,2}(?:-[A-Z0-9]+)+ )*)(?<sentence>[a-z0-9][^\\s\"]*(?: [^\\s\"]+)*)(?<![.;:,])\"");
    /** Least words of a sentence: beside its clause it may be shorter. */
    private static final int WORDS_WITH_CLAUSE = 4;

    private static final int WORDS_ALONE = 5;

    private static final Pattern NOT_DECLARATIVE = Pattern.compile("\\b(salience|modify|update|insert|insertLogical|"
            + "delete|retract|global|function|no-loop|lock-on-active|agenda-group|activation-group|ruleflow-group|"
            + "auto-focus|date-effective|date-expires|timer|duration|eval|System|now)\\b");

    @Test
    @DisplayName("a rule is named by a sentence and the conventions that it follows")
    void aRuleIsNamedByASentenceAndTheConventionsThatItFollows() throws IOException {
        Set<String> registered = registered();
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, String> file : RuleFiles.texts().entrySet()) {
            List<String> names = RuleFiles.headings(file.getValue());
            assertThat(names).as("rules of " + file.getKey()).isNotEmpty();
            names.stream()
                    .map(name -> complaint(name, registered))
                    .filter(c -> c != null)
                    .forEach(c -> wrong.add(file.getKey() + ": " + c));
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    @DisplayName("no two rules have one name")
    void noTwoRulesHaveOneName() throws IOException {
        Set<String> seen = new HashSet<>();
        List<String> twice = RuleFiles.names().values().stream()
                .flatMap(List::stream)
                .filter(name -> !seen.add(name))
                .toList();
        assertThat(twice).isEmpty();
    }

    @Test
    @DisplayName("a rule chooses and proposes without order clock or side effect")
    void aRuleChoosesAndProposesWithoutOrderClockOrSideEffect() throws IOException {
        List<String> wrong = new ArrayList<>();
        RuleFiles.texts()
                .forEach((file, text) -> NOT_DECLARATIVE
                        .matcher(code(text))
                        .results()
                        .forEach(found -> wrong.add(file + ": " + found.group())));
        assertThat(wrong).isEmpty();
    }

    @Test
    @DisplayName("a bad name and a bad word are found")
    void aBadNameAndABadWordAreFound() {
        Set<String> registered = Set.of("C-LATE");
        assertThat(complaint("\"C-LATE a late payer owes three times the rate\"", registered))
                .isNull();
        assertThat(complaint("\"a late payer owes three times the rate\"", registered))
                .isNull();
        assertThat(complaint("\"C-LATER a late payer owes three times the rate\"", registered))
                .contains("C-LATER");
        assertThat(complaint("\"C-LATE LateRule2\"", registered)).contains("sentence");
        assertThat(complaint("\"a late payer owes\"", registered)).contains("sentence");
        assertThat(complaint("\"C-LATE a late payer\"", registered)).contains("sentence");
        assertThat(complaint("LateRule2", registered)).contains("sentence");
        assertThat(NOT_DECLARATIVE
                        .matcher(code("rule \"now\" // modify\n salience 10\n"))
                        .results()
                        .map(found -> found.group()))
                .containsExactly("salience");
    }

    private static String complaint(String name, Set<String> conventions) {
        Matcher parts = NAME.matcher(name);
        if (!parts.matches()
                || parts.group("sentence").split(" ").length
                        < (parts.group("ids").isEmpty() ? WORDS_ALONE : WORDS_WITH_CLAUSE)) {
            return name + " is not a sentence, with a clause id before it or without, in quotes";
        }
        List<String> unknown = Clauses.ofRule(name.substring(1)).stream()
                .filter(id -> !conventions.contains(id))
                .toList();
        return unknown.isEmpty()
                ? null
                : name + " names what is no convention; where a row carries the clause, the rule names none: "
                        + unknown;
    }

    private static String code(String drl) {
        return drl.replaceAll("\"[^\"\\n]*\"", "\"\"")
                .replaceAll("//[^\\n]*", "")
                .replaceAll("(?s)/\\*.*?\\*/", "");
    }

    private static Set<String> registered() {
        return Conventions.shipped().clauses().stream().map(ClauseEntry::id).collect(Collectors.toSet());
    }
}
