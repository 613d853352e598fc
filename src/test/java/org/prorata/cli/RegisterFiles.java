package org.prorata.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.prorata.book.register.ClauseEntry;
import org.prorata.book.register.Conventions;
import org.prorata.book.register.Register;
import org.prorata.book.register.RuleText;
import org.prorata.book.register.ShownCase;
import org.prorata.decision.Because;
import org.prorata.decision.Clauses;
import org.prorata.decision.TableRow;

/** What is written from the rules' names and from the decisions of the cases: the tail of rules/clauses.yaml, and rules beside clauses. */
final class RegisterFiles {

    private static final String SWITCH = "mvn -q -o test -Dtest=RegisterFilesTest -Dprorata.regenerate=true";
    /** Where the part begins that nobody types. */
    private static final String MARK = "# ---- From here on written by " + SWITCH + "\n";

    private static final String ABOUT = """
            # decided_by: each rule under the clauses that its name begins with; which rows decide stands in their own column clauses.
            # carried_by_rows: each rule whose name begins with no clause, and the sheets on rows of which its decisions rest in the cases.
            # A new entry there, and an empty list, must be looked at by a person: are these the sheets whose rows carry the rule's clause?
            # What was changed by hand stays as long as every decision of the cases rests on a row of a sheet named.
            """;

    private RegisterFiles() {}

    /** The part of the register's file that people write. */
    static String head(String file) {
        int mark = file.indexOf("# ---- From here on written by ");
        String head = mark < 0 ? file : file.substring(0, mark);
        // files from before the rules were listed below had them with each clause
        return head.replaceAll("(?m)^( +)decided_by:(?: \\[.*\\]\n|\n(?:\\1 +- .*\n)+)", "")
                        .stripTrailing() + "\n";
    }

    /** The whole file, with what is written anew. */
    static String file(String file, List<RuleText> rules, List<ShownCase> cases) {
        String head = head(file);
        Conventions people = Conventions.read(head);
        StringBuilder out =
                new StringBuilder(head).append('\n').append(MARK).append(ABOUT).append("decided_by:\n");
        byClause(rules).forEach((clause, names) -> {
            out.append("  ").append(clause).append(":\n");
            names.forEach(name -> out.append("    - ").append(quoted(name)).append('\n'));
        });
        Map<String, List<String>> carried = carried(rules, cases, kept(file));
        out.append("carried_by_rows:").append(carried.isEmpty() ? " {}\n" : "\n");
        carried.forEach((name, sheets) -> out.append("  ")
                .append(quoted(name))
                .append(": [")
                .append(String.join(", ", sheets))
                .append("]\n"));
        if (people.clauses().isEmpty()) {
            throw new IllegalStateException("the file has no conventions");
        }
        return out.toString();
    }

    /** What the file says of rules that cite no clause, as far as it can be read. */
    private static Map<String, List<String>> kept(String file) {
        int mark = file.indexOf("# ---- From here on written by ");
        return mark < 0
                ? Map.of()
                : Conventions.read(head(file) + file.substring(mark)).carriedBy();
    }

    static Map<String, List<String>> byClause(List<RuleText> rules) {
        Map<String, List<String>> byClause = new java.util.TreeMap<>();
        rules.forEach(rule -> Clauses.ofRule(rule.name())
                .forEach(clause -> byClause.computeIfAbsent(clause, id -> new ArrayList<>())
                        .add(rule.fullName())));
        return byClause;
    }

    private static Map<String, List<String>> carried(
            List<RuleText> rules, List<ShownCase> cases, Map<String, List<String>> kept) {
        Map<String, List<String>> carried = new LinkedHashMap<>();
        for (RuleText rule : rules) {
            if (Clauses.ofRule(rule.name()).isEmpty()) {
                List<String> old = kept.get(rule.fullName());
                carried.put(
                        rule.fullName(),
                        old != null && astray(rule, old, cases).isEmpty() ? old : observed(rule, cases));
            }
        }
        return carried;
    }

    /** The sheets of the rows that decide first where the rule does; where it never does, those of all rows that carry a clause. */
    private static List<String> observed(RuleText rule, List<ShownCase> cases) {
        Set<String> first = new LinkedHashSet<>();
        Set<String> all = new LinkedHashSet<>();
        for (Because because : decidedBy(rule, cases)) {
            List<String> sheets = sheets(because);
            all.addAll(sheets);
            if (because.rules().get(0).equals(rule.name())) {
                sheets.stream().findFirst().ifPresent(first::add);
            }
        }
        return (first.isEmpty() ? all : first).stream().sorted().toList();
    }

    /** Cases in which a decision by the rule rests on no row of the sheets. */
    static List<String> astray(RuleText rule, List<String> sheets, List<ShownCase> cases) {
        return cases.stream()
                .filter(one -> one.becauses().stream()
                        .anyMatch(because -> because.rules().contains(rule.name())
                                && sheets(because).stream().noneMatch(sheets::contains)))
                .map(ShownCase::file)
                .toList();
    }

    private static List<Because> decidedBy(RuleText rule, List<ShownCase> cases) {
        return cases.stream()
                .flatMap(one -> one.becauses().stream())
                .filter(because -> because.rules().contains(rule.name()))
                .toList();
    }

    /** Of the rows that carry a clause, in their order. */
    private static List<String> sheets(Because because) {
        return because.rows().stream()
                .filter(row -> !row.clauses().isEmpty())
                .map(RegisterFiles::sheet)
                .distinct()
                .toList();
    }

    private static String sheet(TableRow row) {
        return row.workbook() + "!" + row.sheet();
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** Each rule with its condition beside what its clauses say, to be read in one sitting. */
    static String besideClauses(List<RuleText> rules, Register register) {
        StringBuilder out = new StringBuilder("""
                Rules beside the clauses that they follow, for a lawyer to read in one sitting.
                Under each rule stand its condition, then what it cites: a convention of this program (rules/clauses.yaml), or the sheets
                on rows of which its decisions rest; those rows name their clauses, and docs/contracts shows each beside its article.
                Written by\s""" + SWITCH + "\n");
        String file = "";
        for (RuleText rule : rules) {
            if (!rule.file().equals(file)) {
                file = rule.file();
                out.append("\n\n== ").append(file).append("\n");
            }
            out.append('\n')
                    .append(rule.name())
                    .append("\n    when ")
                    .append(rule.condition())
                    .append('\n');
            for (String clause : Clauses.ofRule(rule.name())) {
                ClauseEntry entry = register.entry(clause);
                out.append("    ")
                        .append(clause)
                        .append(" (")
                        .append(entry.place().contract())
                        .append(", ")
                        .append(entry.place().article())
                        .append("): ")
                        .append(entry.en())
                        .append('\n');
            }
            if (Clauses.ofRule(rule.name()).isEmpty()) {
                out.append("    by its row: ")
                        .append(String.join(
                                ", ", register.conventions().carriedBy().getOrDefault(rule.fullName(), List.of())))
                        .append('\n');
            }
        }
        return out.toString();
    }
}
