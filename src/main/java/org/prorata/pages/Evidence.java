package org.prorata.pages;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.prorata.decision.Because;
import org.prorata.decision.Clauses;
import org.prorata.decision.TableRow;
import org.prorata.register.Conventions;
import org.prorata.register.RuleText;

/** Which cases show a clause, and which rules decided there. */
final class Evidence {

    private final List<Shown> cases;
    private final Map<String, RuleText> rules = new LinkedHashMap<>();
    private final Conventions conventions;

    Evidence(List<Shown> cases, Collection<RuleText> rules, Conventions conventions) {
        this.cases = cases;
        rules.forEach(rule -> this.rules.put(rule.name(), rule));
        this.conventions = conventions;
    }

    /** The cases of a contract that show a clause. */
    List<Shown> showing(String clause, String terms) {
        return cases.stream().filter(one -> one.terms().equals(terms) && one.clauses().contains(clause)).toList();
    }

    /** The rules by which the clause decided in some cases, in the order of the files. */
    List<RuleText> rules(String clause, List<Shown> showing) {
        Set<String> decisive = new LinkedHashSet<>();
        Set<String> beside = new LinkedHashSet<>();
        for (Shown one : showing) {
            for (Because because : one.becauses()) {
                if (because.clauses().contains(clause)) {
                    because.rules().stream().filter(rule -> carries(rule, clause, because)).forEach(decisive::add);
                    beside.add(because.rules().get(0));
                }
            }
        }
        Set<String> names = decisive.isEmpty() ? beside : decisive;
        return rules.values().stream().filter(rule -> names.contains(rule.name())).toList();
    }

    /** Whether a rule stands for the clause in a decision: by its name, by a row of one of its sheets, or as the first of rules and rows. */
    private boolean carries(String rule, String clause, Because because) {
        List<String> own = Clauses.ofRule(rule);
        RuleText text = rules.get(rule);
        List<String> sheets = text == null ? List.of() : conventions.carriedBy().getOrDefault(text.fullName(), List.of());
        return own.contains(clause) || because.rows().stream().anyMatch(row -> row.clauses().contains(clause) && sheets.contains(sheet(row)))
                || rule.equals(because.rules().get(0)) && !because.rows().isEmpty() && because.rows().get(0).clauses().contains(clause);
    }

    private static String sheet(TableRow row) {
        return row.workbook() + "!" + row.sheet();
    }
}
