package org.prorata.book.register;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.prorata.book.schema.Tables;
import org.prorata.decision.Because;
import org.prorata.decision.Clauses;
import org.prorata.decision.TableRow;

/**
 * Which cases show a clause, and which rules decide it there. A rule stands under a clause that its name begins with, and under
 * one that its row cites: the decisive row for the rule of a convention, the first of its own sheets for a rule without a clause.
 */
final class Evidence {

    private final List<ShownCase> cases;
    private final Collection<RuleText> rules;
    private final Register register;
    private final Map<String, PageRow> rows = new HashMap<>();
    /** Sheets of the decisive rows by the rule that decided first; an empty name where there was no row. */
    private final Map<String, Set<String>> decisive = new HashMap<>();

    private final Set<String> named = new LinkedHashSet<>();
    /** By terms and clause. */
    private final Map<String, Map<String, List<Because>>> citing = new HashMap<>();

    Evidence(List<ShownCase> cases, Collection<RuleText> rules, Register register, Tables tables) {
        this.cases = cases;
        this.rules = List.copyOf(rules);
        this.register = register;
        tables.all()
                .forEach(table ->
                        table.rows().forEach(row -> rows.put(row.ref().citation(), new PageRow(table.sheet(), row))));
        cases.forEach(one -> one.becauses().forEach(because -> {
            count(because);
            because.clauses()
                    .forEach(clause -> citing.computeIfAbsent(one.terms(), terms -> new HashMap<>())
                            .computeIfAbsent(clause, id -> new ArrayList<>())
                            .add(because));
        }));
    }

    private void count(Because because) {
        named.addAll(because.rules());
        Set<String> sheets = decisive.computeIfAbsent(because.rules().get(0), rule -> new LinkedHashSet<>());
        if (because.rows().isEmpty()) {
            sheets.add("");
        } else if (because.rows().get(0).clauses().isEmpty()
                || !because.rows().get(0).clauses().stream().allMatch(this::ofLaw)) {
            sheets.add(sheet(because.rows().get(0)));
        }
    }

    /** The cases of a contract that show a clause. */
    List<ShownCase> showing(String clause, String terms) {
        return cases.stream()
                .filter(one -> one.terms().equals(terms) && one.clauses().contains(clause))
                .toList();
    }

    /** The rules by which the clause decides in cases of a contract, by file and in the order of the files. */
    List<RuleText> rules(String clause, String terms) {
        List<Because> becauses = citing.getOrDefault(terms, Map.of()).getOrDefault(clause, List.of());
        Map<String, RuleText> found = new LinkedHashMap<>();
        rules.stream()
                .filter(rule -> becauses.stream().anyMatch(because -> carries(rule, clause, because)))
                .forEach(rule -> found.put(rule.fullName(), rule));
        return List.copyOf(found.values());
    }

    private boolean carries(RuleText rule, String clause, Because because) {
        List<String> own = Clauses.ofRule(rule.name());
        boolean decides = because.rules().contains(rule.name());
        if (own.contains(clause)) {
            return decides;
        }
        if (!own.isEmpty()) {
            return because.rules().get(0).equals(rule.name())
                    && readsOneSheet(rule)
                    && !because.rows().isEmpty()
                    && because.rows().get(0).clauses().contains(clause);
        }
        List<String> sheets = register.conventions().carriedBy().getOrDefault(rule.fullName(), List.of());
        List<TableRow> carrying = because.rows().stream()
                .filter(row -> sheets.contains(sheet(row)))
                .toList();
        if (named.contains(rule.name())) {
            return decides
                    && !carrying.isEmpty()
                    && carrying.get(0).clauses().contains(clause)
                    && !silent(rule, carrying.get(0));
        }
        // a rule that only joins in the decisions of others: the row must be one that it is made for
        return carrying.stream()
                .anyMatch(row -> row.clauses().contains(clause)
                        && rows.containsKey(row.citation())
                        && AskedCells.found(rule, rows.get(row.citation()).row()));
    }

    private boolean silent(RuleText rule, TableRow row) {
        PageRow found = rows.get(row.citation());
        return found != null && AskedCells.silent(rule, found.sheet(), found.row());
    }

    /**
     * Whether the rule of a convention applies what rows of one sheet say. Where its decisive rows come from several, or from none, they
     * only lie beside it, as where tax is summed or a price is charged; and what is done in silence is no contract's clause. A row of the
     * law may stand in for the contract's.
     */
    private boolean readsOneSheet(RuleText rule) {
        Set<String> sheets = decisive.getOrDefault(rule.name(), Set.of());
        return sheets.size() == 1
                && !sheets.contains("")
                && !Clauses.ofRule(rule.name()).stream().allMatch(this::silence);
    }

    private boolean silence(String clause) {
        return register.find(clause)
                .filter(entry ->
                        entry.place().terms() == null && entry.place().article().equalsIgnoreCase("silence"))
                .isPresent();
    }

    /** Whether a clause is one of a law. */
    boolean ofLaw(String clause) {
        return register.find(clause).filter(Evidence::ofLaw).isPresent();
    }

    private static boolean ofLaw(ClauseEntry entry) {
        return entry.place().terms() == null && !entry.place().contract().equals("Conventions");
    }

    private static String sheet(TableRow row) {
        return row.workbook() + "!" + row.sheet();
    }
}
