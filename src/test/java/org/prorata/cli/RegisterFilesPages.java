package org.prorata.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.prorata.book.register.ShownCase;
import org.prorata.decision.Because;
import org.prorata.decision.Clauses;
import org.prorata.decision.TableRow;

/** Reads the pages of contracts as their readers do, to hold them against the decisions of the cases. */
final class RegisterFilesPages {

    private static final Pattern HEADING = Pattern.compile("^#{2,3} (.*)$");
    private static final Pattern CLAUSE = Pattern.compile("^### ([A-Z]{1,2}(?:-[A-Z0-9]+)+)(?: .*)?$");
    private static final Pattern RULE = Pattern.compile("^- \\[([a-z-]+\\.drl)]\\([^)]*\\) \"(.*?)\"(: `.*)?$");

    private final Map<String, List<String>> carriedBy;
    private final List<ShownCase> cases;
    private final Set<String> named = new LinkedHashSet<>();

    RegisterFilesPages(Map<String, List<String>> carriedBy, List<ShownCase> cases) {
        this.carriedBy = carriedBy;
        this.cases = cases;
        cases.forEach(one -> one.becauses().forEach(because -> named.addAll(because.rules())));
    }

    /** A rule, as {@code file.drl!name}, under a clause. */
    record Listed(String clause, String rule) {}

    /** The rules under the clauses of a page. */
    static List<Listed> listed(String page) {
        List<Listed> listed = new ArrayList<>();
        String clause = null;
        for (String line : page.split("\n")) {
            Matcher rule = RULE.matcher(line);
            if (HEADING.matcher(line).matches()) {
                Matcher id = CLAUSE.matcher(line);
                clause = id.matches() ? id.group(1) : null;
            } else if (clause != null && rule.matches()) {
                listed.add(new Listed(clause, rule.group(1) + "!" + plain(rule.group(2))));
            }
        }
        return listed;
    }

    /** Names of the rules in the last section, with their conditions. */
    static List<String> byName(String page) {
        int begins = page.indexOf("\n## Rules by name\n");
        return begins < 0
                ? List.of()
                : page.substring(begins)
                        .lines()
                        .map(RULE::matcher)
                        .filter(found -> found.matches() && found.group(3) != null)
                        .map(found -> found.group(1) + "!" + plain(found.group(2)))
                        .toList();
    }

    private static String plain(String text) {
        return text.replaceAll("\\\\(.)", "$1")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }

    /** Rules under clauses for which no decision of a case of the contract speaks. */
    List<Listed> without(String terms, String page) {
        List<Because> becauses = cases.stream()
                .filter(one -> one.terms().equals(terms))
                .flatMap(one -> one.becauses().stream())
                .toList();
        return listed(page).stream()
                .filter(one -> becauses.stream().noneMatch(because -> speaks(one, because)))
                .toList();
    }

    private boolean speaks(Listed one, Because because) {
        String name = one.rule().substring(one.rule().indexOf('!') + 1);
        List<String> own = Clauses.ofRule(name);
        if (own.contains(one.clause())) {
            return because.rules().contains(name);
        }
        if (!own.isEmpty()) {
            return because.rules().get(0).equals(name)
                    && cited(because.rows().stream().limit(1)).contains(one.clause());
        }
        List<String> sheets = carriedBy.getOrDefault(one.rule(), List.of());
        return (because.rules().contains(name) || !named.contains(name))
                && cited(because.rows().stream().filter(row -> sheets.contains(row.workbook() + "!" + row.sheet())))
                        .contains(one.clause());
    }

    private static List<String> cited(Stream<TableRow> rows) {
        return rows.flatMap(row -> row.clauses().stream()).toList();
    }

    /** The anchors that GitHub gives the headings of a page. */
    static List<String> anchors(String page) {
        return page.lines()
                .map(HEADING::matcher)
                .filter(Matcher::matches)
                .map(found -> plain(found.group(1))
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{M}\\p{N}_ -]", "")
                        .replace(' ', '-'))
                .toList();
    }
}
