package org.prorata.pages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.prorata.decision.Reading;
import org.prorata.policy.Row;
import org.prorata.register.ClauseEntry;
import org.prorata.register.Register;
import org.prorata.register.RuleText;
import org.prorata.tables.CellText;
import org.prorata.tables.ClauseSheets;
import org.prorata.tables.Column;
import org.prorata.tables.Sheet;
import org.prorata.tables.Table;
import org.prorata.tables.Tables;

/** One contract from its first article to its last, beside what decides it. */
final class ContractPage {

    private static final String TERMS = "terms";
    /** Cells that are told otherwise or that people know already. */
    private static final Set<String> TOLD = Set.of("name", "clauses", "description", TERMS, "reading", "source", "last_checked");

    private final Row profile;
    private final String terms;
    private final Tables tables;
    private final Register register;
    private final Evidence evidence;
    private final List<String> lines = new ArrayList<>();
    private final Set<String> placed = new LinkedHashSet<>();

    ContractPage(Row profile, Tables tables, Register register, Evidence evidence) {
        this.profile = profile;
        this.terms = profile.text(TERMS);
        this.tables = tables;
        this.register = register;
        this.evidence = evidence;
    }

    /** A row of a policy table that holds for the contract. */
    private record Rule(Sheet sheet, Row row) {

        String place() {
            return sheet.id() + "!" + sheet.name(row);
        }

        boolean interpreted() {
            return row.ref().reading() == Reading.INTERPRETATION;
        }
    }

    String text() {
        lines.add("# " + profile.text("title"));
        lines.add("");
        lines.add("`terms: " + terms + "`, version " + profile.text("version") + ", law of "
                + country() + ". " + profile.text("description") + ".");
        lines.add("");
        lines.add("What stands here is told in our own words; the contract's own text decides. Rows are values of `spreadsheets/`, which finance can");
        lines.add("change; rules are `rules/*.drl`. Cases lie in `src/test/resources/cases`.");
        interpretations();
        List<Row> articles = tables.table(ClauseSheets.ARTICLES.id()).rows().stream().filter(row -> terms.equals(row.text(TERMS))).toList();
        articles.forEach(this::article);
        List<ClauseEntry> left = register.entries().stream().filter(entry -> terms.equals(entry.place().terms()) && !placed.contains(entry.id())).toList();
        if (!left.isEmpty()) {
            heading("Clauses of no article above");
            left.forEach(this::clause);
        }
        others();
        law();
        return String.join("\n", lines) + "\n";
    }

    private void heading(String text) {
        lines.addAll(List.of("", "## " + text, ""));
    }

    /** Rows of which the contract says nothing, or nothing clear. */
    private void interpretations() {
        List<Rule> read = rows().stream().filter(Rule::interpreted).toList();
        heading("Our readings");
        lines.add(read.isEmpty() ? "Every row says what the contract or the law says." : "The contract is silent or unclear here, and the value is our reading ("
                + read.size() + " of " + rows().size() + " rows); below they are marked **interpretation**.");
        if (!read.isEmpty()) {
            lines.add("");
            read.forEach(rule -> lines.add("- `" + rule.place() + "`" + (rule.row().text("description") == null ? "" : ": " + rule.row().text("description"))));
        }
    }

    private void article(Row article) {
        heading(article.text("article"));
        lines.add(article.text("about_en"));
        article.ref().clauses().forEach(id -> register.find(id).ifPresent(this::clause));
        if (article.text("why_en") != null) {
            lines.add("");
            lines.add((article.ref().clauses().isEmpty() ? "Sets nothing: " : "The rest sets nothing: ") + article.text("why_en"));
        }
    }

    private void clause(ClauseEntry clause) {
        lines.addAll(List.of("", "### " + clause.id() + " (" + clause.place().article() + ")", ""));
        if (!placed.add(clause.id())) {
            lines.add(clause.en() + " Its rows, rules and cases stand above.");
            return;
        }
        lines.add(clause.en());
        if (clause.notComputed() != null) {
            lines.add("");
            lines.add("Not computed: " + clause.notComputed().en());
        }
        List<Rule> rows = rows().stream().filter(rule -> rule.row().ref().clauses().contains(clause.id())).toList();
        List<Shown> showing = evidence.showing(clause.id(), terms);
        List<RuleText> rules = evidence.rules(clause.id(), showing);
        list("Rows:", rows.stream().map(this::told).toList());
        list("Rules:", rules.stream().map(rule -> "[" + rule.file() + "](../../rules/" + rule.file() + ") \"" + rule.name() + "\": `" + rule.condition() + "`").toList());
        list("Cases:", showing.stream().map(one -> "[" + one.file().replaceFirst("^src/test/resources/cases/", "") + "](../../" + one.file() + "): " + one.sentence()).toList());
    }

    private void list(String title, List<String> items) {
        if (!items.isEmpty()) {
            lines.addAll(List.of("", title, ""));
            items.forEach(item -> lines.add("- " + item));
        }
    }

    /** A row with its cells that hold something, linked to the text copy of its workbook. */
    private String told(Rule rule) {
        String cells = rule.sheet().columns().stream().filter(column -> !TOLD.contains(column.name())).map(column -> cell(rule.row(), column))
                .filter(Objects::nonNull).collect(Collectors.joining(", "));
        String description = rule.row().text("description");
        return "[" + rule.place() + "](../../spreadsheets/" + rule.sheet().workbook() + ".yaml)" + (rule.interpreted() ? " **interpretation**"
                : rule.row().ref().reading() == Reading.STATUTE ? " (law)" : "") + (cells.isEmpty() ? "" : ": `" + cells + "`")
                + (description == null ? "" : ". " + description);
    }

    private static String cell(Row row, Column column) {
        Object value = row.values().get(column.name());
        return value == null ? null : column.name() + " = " + CellText.of(value) + (column.percent() ? " %" : "");
    }

    /** Rows that rest on no clause of the contract, by the first clause that they cite. */
    private void others() {
        Map<String, List<Rule>> byClause = new LinkedHashMap<>();
        for (Rule rule : rows()) {
            List<String> cited = rule.row().ref().clauses();
            if (cited.stream().noneMatch(placed::contains)) {
                byClause.computeIfAbsent(cited.isEmpty() ? "" : cited.get(0), id -> new ArrayList<>()).add(rule);
            }
        }
        if (!byClause.isEmpty()) {
            heading("By law, by convention, or silent");
            lines.add("Rows of the contract that rest on no article of it.");
        }
        byClause.forEach((id, rules) -> {
            lines.addAll(List.of("", "### " + id + (ofLaw(id) ? " (" + register.entry(id).place().citation() + ")" : ""), ""));
            register.find(id).ifPresent(entry -> lines.add(entry.en()));
            list("Rows:", rules.stream().map(this::told).toList());
        });
    }

    /** Rows of the seller's law that hold for every contract under it. */
    private void law() {
        List<Rule> law = rows(row -> row.values().get(TERMS) == null && profile.text("seller_country").equals(row.values().get("country"))
                && row.ref().reading() == Reading.STATUTE && row.ref().clauses().stream().anyMatch(this::ofLaw));
        if (!law.isEmpty()) {
            heading("Law of " + country() + " for every contract");
            law.forEach(rule -> lines.add("- " + told(rule) + " (" + rule.row().ref().clauses().stream().map(id -> register.find(id)
                    .map(entry -> id + ": " + entry.place().article()).orElse(id)).collect(Collectors.joining("; ")) + ")"));
        }
    }

    private boolean ofLaw(String clause) {
        return register.find(clause).filter(entry -> entry.place().terms() == null && !entry.place().contract().equals("Conventions")).isPresent();
    }

    private String country() {
        return new Locale.Builder().setRegion(profile.text("seller_country")).build().getDisplayCountry(Locale.ENGLISH);
    }

    private List<Rule> rows() {
        return rows(row -> terms.equals(row.values().get(TERMS)));
    }

    private List<Rule> rows(Predicate<Row> wanted) {
        List<Rule> rows = new ArrayList<>();
        for (Table table : tables.all()) {
            if (table.sheet().policy()) {
                table.rows().stream().filter(wanted).forEach(row -> rows.add(new Rule(table.sheet(), row)));
            }
        }
        return rows;
    }
}
