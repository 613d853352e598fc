package org.prorata.book.register;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.prorata.book.schema.Tables;
import org.prorata.decision.policy.Row;

/** The page of each contract of a rule book, and the page that leads to them. */
public final class ContractPages {

    /** The page that leads to the others. */
    static final String INDEX = "README.md";

    private static final String PROFILES = "contract-terms!profiles";

    private final Tables tables;
    private final Register register;
    private final Evidence evidence;

    /**
     * @param register of the book whose tables and rules these are
     * @param cases    that show clauses
     */
    public ContractPages(Tables tables, Register register, Collection<RuleText> rules, List<ShownCase> cases) {
        this.tables = tables;
        this.register = register;
        this.evidence = new Evidence(cases, rules, register, tables);
    }

    /** All pages by file name, in Markdown. */
    public Map<String, String> all() {
        Map<String, String> pages = new LinkedHashMap<>();
        List<Row> profiles = tables.table(PROFILES).rows();
        pages.put(INDEX, index(profiles));
        profiles.forEach(profile ->
                pages.put(profile.text("terms") + ".md", new ContractPage(profile, tables, register, evidence).text()));
        return pages;
    }

    private String index(List<Row> profiles) {
        List<String> lines = new ArrayList<>(List.of(
                "# Contracts, article by article",
                "",
                "Written by `./prorata clauses --pages docs/contracts`; a test holds that the pages are current. Each names every article of a",
                "contract in its order, what it sets in our own words, the rows and rules that decide it, and the cases that show it. An article",
                "that sets nothing says why. This is no legal advice.",
                ""));
        for (Row profile : profiles) {
            lines.add("- [" + Markdown.text(profile.text("title")) + "](" + profile.text("terms") + ".md): "
                    + Markdown.text(profile.text("description")));
        }
        lines.addAll(List.of(
                "",
                "## Clauses",
                "",
                "| contract | clauses | decided | open | not computed |",
                "|---|---|---|---|---|"));
        Totals.of(register.entries())
                .forEach(one -> lines.add("| " + Markdown.text(one.contract()) + " | " + one.clauses() + " | "
                        + one.decided() + " | " + one.open() + " | " + one.notComputed() + " |"));
        lines.addAll(List.of(
                "",
                "Conventions are what this program does the same for all contracts (dates, rounding, proration), published so that they can be",
                "disputed: `rules/clauses.yaml`. All other clauses are rows of `spreadsheets/clauses.xlsx`. Open is a clause that nothing decides and",
                "of which nobody says why.",
                ""));
        return String.join("\n", lines);
    }
}
