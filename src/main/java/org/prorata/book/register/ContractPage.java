package org.prorata.book.register;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.prorata.book.schema.Table;
import org.prorata.book.schema.Tables;
import org.prorata.decision.Reading;
import org.prorata.decision.policy.Row;

/** One contract from its first article to its last, beside what decides it. */
final class ContractPage {

    private static final String TERMS = "terms";
    private static final String ARTICLE = "article";
    private static final String INTEREST = "late-payment!interest";
    private static final String RECOVERY_FEE = "late-payment!recovery-fee";

    private final Row profile;
    private final String terms;
    private final Tables tables;
    private final Register register;
    private final Evidence evidence;
    private final Articles articles;
    private final List<PageRow> rows;
    private final List<PageRow> law;
    private final Page page;
    private final Set<String> placed = new LinkedHashSet<>();
    private final Map<String, List<RuleText>> printed = new TreeMap<>();

    ContractPage(Row profile, Tables tables, Register register, Evidence evidence) {
        this.profile = profile;
        this.terms = profile.text(TERMS);
        this.tables = tables;
        this.register = register;
        this.evidence = evidence;
        this.articles = Articles.of(tables, terms);
        this.rows = rows(row -> terms.equals(row.values().get(TERMS)));
        this.law = rows(this::ofLawForAll);
        this.page = new Page(introduction());
    }

    private List<String> introduction() {
        return List.of(
                "# " + Markdown.text(profile.text("title")),
                "",
                "`terms: " + terms + "`, version " + Markdown.text(profile.text("version")) + ", law of " + country()
                        + ". " + Markdown.text(profile.text("description")) + ".",
                "",
                "What stands here is told in our own words; the contract's own text decides. Rows are values of `spreadsheets/`, which finance can",
                "change, each with its source in brackets; rules are `rules/*.drl`. Cases lie in `src/test/resources/cases`.");
    }

    String text() {
        interpretations();
        articles.rows().forEach(this::article);
        List<ClauseEntry> left = register.entries().stream()
                .filter(this::ofContract)
                .filter(entry -> articles.home(entry).isEmpty())
                .toList();
        if (!left.isEmpty()) {
            page.section("Clauses of no article above");
            left.forEach(this::clause);
        }
        Map<String, List<PageRow>> others =
                byClause(rows.stream().filter(this::restsOnNoArticle).toList());
        others(others);
        law();
        rules();
        return page.text();
    }

    private boolean ofContract(ClauseEntry entry) {
        return terms.equals(entry.place().terms());
    }

    /** Rows of which the contract says nothing, or nothing clear. */
    private void interpretations() {
        List<PageRow> read = rows.stream().filter(PageRow::interpreted).toList();
        page.section("Our readings");
        page.paragraph(
                read.isEmpty()
                        ? "Every row says what the contract or the law says."
                        : "The value, or a part of it, is our reading (" + read.size() + " of " + rows.size()
                                + " rows); below they are marked **interpretation**.");
        if (!read.isEmpty()) {
            page.items(PageRow.named(read));
        }
    }

    private void article(Row article) {
        page.section(article.text(ARTICLE));
        page.paragraph(Markdown.text(article.text("about_en")));
        for (String id : article.ref().clauses()) {
            register.find(id).ifPresent(clause -> {
                Row home = articles.home(clause).orElse(article);
                if (home.equals(article)) {
                    clause(clause);
                } else {
                    page.paragraph("**" + clause.id() + "** ("
                            + Markdown.text(clause.place().article()) + "): " + Markdown.text(clause.en())
                            + (clause.notComputed() == null ? "" : " Not computed.") + " See "
                            + Markdown.toHeading(home.text(ARTICLE), heading(clause)) + ".");
                }
            });
        }
        if (article.text("why_en") != null) {
            page.paragraph((article.ref().clauses().isEmpty() ? "Sets nothing: " : "The rest sets nothing: ")
                    + Markdown.text(article.text("why_en")));
        }
    }

    private String heading(ClauseEntry clause) {
        return clause.id()
                + (clause.place().terms() != null
                        ? " (" + clause.place().article() + ")"
                        : evidence.ofLaw(clause.id()) ? " (" + clause.place().citation() + ")" : " (convention)");
    }

    private void clause(ClauseEntry clause) {
        placed.add(clause.id());
        page.subsection(heading(clause));
        page.paragraph(Markdown.text(clause.en()));
        if (clause.notComputed() != null) {
            page.paragraph("Not computed: " + Markdown.text(clause.notComputed().en()));
        }
        List<PageRow> citing =
                rows.stream().filter(row -> row.cites(clause.id())).toList();
        page.list("Rows:", PageRow.told(citing));
        if (citing.stream().anyMatch(row -> row.sheet().id().equals(INTEREST))) {
            recoveryFee();
        }
        rulesAndCases(clause.id());
    }

    /** The fee is the law's, also where the clause names it; its rows stand once. */
    private void recoveryFee() {
        law.stream()
                .filter(row -> row.sheet().id().equals(RECOVERY_FEE))
                .findFirst()
                .map(row -> row.row().ref().clauses().get(0))
                .ifPresent(clause -> page.paragraph("The fee for recovery stands below, "
                        + Markdown.toHeading("under the law", heading(register.entry(clause))) + "."));
    }

    private void rulesAndCases(String clause) {
        List<RuleText> rules = evidence.rules(clause, terms);
        for (RuleText rule : rules) {
            List<RuleText> ofFile = printed.computeIfAbsent(rule.file(), file -> new ArrayList<>());
            if (!ofFile.contains(rule)) {
                ofFile.add(rule);
            }
        }
        page.list("Rules:", rules.stream().map(ContractPage::named).toList());
        page.folded(
                "Cases",
                evidence.showing(clause, terms).stream()
                        .map(one -> "[" + one.file().replaceFirst("^src/test/resources/cases/", "") + "](../../"
                                + one.file() + "): " + Markdown.text(one.sentence()))
                        .toList());
    }

    private static String named(RuleText rule) {
        return "[" + rule.file() + "](../../rules/" + rule.file() + ") \"" + Markdown.text(rule.name()) + "\"";
    }

    private boolean restsOnNoArticle(PageRow row) {
        return row.row().ref().clauses().stream().noneMatch(placed::contains);
    }

    /** Rows by the first clause that they cite. */
    private static Map<String, List<PageRow>> byClause(List<PageRow> rows) {
        Map<String, List<PageRow>> byClause = new LinkedHashMap<>();
        rows.forEach(row -> byClause.computeIfAbsent(
                        row.row().ref().clauses().stream().findFirst().orElse(""), id -> new ArrayList<>())
                .add(row));
        return byClause;
    }

    private void others(Map<String, List<PageRow>> others) {
        if (!others.isEmpty()) {
            page.section("Rows that rest on no article");
            page.paragraph(
                    "Rows that rest on no article: what the law sets, what we do for all contracts, and values we put where the contract is silent.");
        }
        others.forEach(this::beyond);
    }

    /** Rows of the seller's law that hold for every contract under it. */
    private void law() {
        if (!law.isEmpty()) {
            page.section("Law for every contract of a seller in " + country());
        }
        byClause(law).forEach((id, some) -> {
            if (placed.contains(id)) {
                page.paragraph("More rows of " + Markdown.toHeading(id, heading(register.entry(id)))
                        + ", for every contract:");
                page.items(PageRow.told(some));
            } else {
                beyond(id, some);
            }
        });
    }

    private void beyond(String id, List<PageRow> some) {
        page.subsection(id.isEmpty() ? "No clause" : heading(register.entry(id)));
        if (!id.isEmpty()) {
            placed.add(id);
            page.paragraph(Markdown.text(register.entry(id).en()));
        }
        page.list("Rows:", PageRow.told(some));
        rulesAndCases(id);
    }

    /** What each rule named above asks for, once. */
    private void rules() {
        if (!printed.isEmpty()) {
            page.section("Rules by name");
            page.paragraph("What each rule named above looks for.");
            page.items(printed.values().stream()
                    .flatMap(List::stream)
                    .map(rule -> named(rule) + ": " + Markdown.code(rule.condition()))
                    .toList());
        }
    }

    private boolean ofLawForAll(Row row) {
        return row.values().get(TERMS) == null
                && row.ref().reading() == Reading.STATUTE
                && !row.ref().clauses().isEmpty()
                && ofSeller(row, "country")
                && ofSeller(row, "seller_country");
    }

    private boolean ofSeller(Row row, String column) {
        return row.values().get(column) == null
                || profile.text("seller_country").equals(row.values().get(column));
    }

    private String country() {
        return new Locale.Builder()
                .setRegion(profile.text("seller_country"))
                .build()
                .getDisplayCountry(Locale.ENGLISH);
    }

    private List<PageRow> rows(Predicate<Row> wanted) {
        List<PageRow> wantedRows = new ArrayList<>();
        for (Table table : tables.all()) {
            if (table.sheet().policy()) {
                table.rows().stream().filter(wanted).forEach(row -> wantedRows.add(new PageRow(table.sheet(), row)));
            }
        }
        return wantedRows;
    }
}
