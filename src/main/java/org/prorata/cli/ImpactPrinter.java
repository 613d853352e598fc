package org.prorata.cli;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.prorata.book.changes.Reach;
import org.prorata.decision.explain.Json;
import org.prorata.decision.explain.Sentences;
import org.prorata.documents.ImpactWords;
import org.prorata.ledger.Impact;

/** Shows what another rule book would change: a table for people, or one JSON object with everything. */
final class ImpactPrinter {

    private static final int SHOWN = 20;
    private static final String AMOUNTS = " %18s %18s %18s";
    private static final String NAME = "%-44s %6s";
    private static final String NAME_ALONE = "%-51s%s";

    private final PrintWriter out;
    private final boolean all;
    private final Sentences sentences;
    private final List<Reach> reach;

    /**
     * @param all   whether nothing is left out
     * @param reach of each changed row why it moves nothing, where nothing is moved
     */
    ImpactPrinter(PrintWriter out, boolean all, Sentences sentences, List<Reach> reach) {
        this.reach = reach;
        this.out = out;
        this.all = all;
        this.sentences = sentences;
    }

    void show(Impact impact, Impact.Summary summary) {
        out.println(said(
                "looked_at",
                summary.from().toString(),
                summary.to().toString(),
                summary.looked(),
                summary.touched(),
                summary.onlyOne(),
                summary.undecided()));
        out.println(said(
                summary.oldBook().equals(summary.newBook()) ? "same_books" : "books",
                summary.oldBook(),
                summary.newBook()));
        list(
                impact::failures,
                each -> "  "
                        + said(
                                "fails." + each.side().word(),
                                each.contract(),
                                ImpactWords.of(each.subject(), sentences),
                                each.from().toString(),
                                each.to().toString(),
                                each.message()));
        totals(summary);
        if (summary.touched() == 0) {
            out.println(said("none"));
            this.<Reach>list(reach::forEach, one -> "  " + sentences.text("tables.reach", one.row(), one.why()));
            return;
        }
        head("by_contract", "column.lines");
        list(
                impact::contracts,
                each -> line(
                        each.contract(),
                        each.lines(),
                        each.currency(),
                        each.before(),
                        each.after(),
                        each.difference()));
        head("by_clause", "contracts");
        list(
                impact::clauses,
                each -> line(
                        each.clauses(),
                        each.contracts(),
                        each.currency(),
                        each.before(),
                        each.after(),
                        each.difference()));
        head("by_row", "contracts");
        list(
                impact::rows,
                each -> line(
                        each.rows().isEmpty() ? said("no_row") : ImpactWords.rows(each.rows(), sentences),
                        each.contracts(),
                        each.currency(),
                        each.before(),
                        each.after(),
                        each.difference()));
    }

    private String said(String key, Object... figures) {
        return sentences.text("tables.impact." + key, figures);
    }

    /** @param count the word over how many there are; null: nothing is counted */
    private void head(String title, String count) {
        out.println((count == null ? NAME_ALONE : NAME).formatted(said(title), count == null ? "" : said(count))
                + AMOUNTS.formatted(said("column.before"), said("column.after"), said("column.difference")));
    }

    private void totals(Impact.Summary summary) {
        if (summary.sums().isEmpty()) {
            return;
        }
        head("all_contracts", null);
        for (Impact.Sum total : summary.totals()) {
            summary.sums().stream()
                    .filter(sum -> sum.currency().equals(total.currency()))
                    .forEach(sum -> out.println(line(
                            ImpactWords.of(sum.subject(), sentences),
                            null,
                            sum.currency(),
                            sum.before(),
                            sum.after(),
                            sum.difference())));
            out.println(line(said("all"), null, total.currency(), total.before(), total.after(), total.difference()));
            out.println("  "
                    + said(
                            "moved_by_all",
                            money(summary.moved().getOrDefault(total.currency(), BigDecimal.ZERO), total.currency())
                                    + " " + total.currency()));
        }
    }

    private String line(
            String name, Long count, String currency, BigDecimal before, BigDecimal after, BigDecimal difference) {
        return (count == null ? NAME_ALONE : NAME).formatted("  " + name, count == null ? "" : count)
                + AMOUNTS.formatted(money(before, currency), money(after, currency), money(difference, currency)) + " "
                + currency;
    }

    /** With the digits of the currency at least. */
    private String money(BigDecimal amount, String currency) {
        return sentences.figure(amount.setScale(
                Math.max(amount.scale(), Currency.getInstance(currency).getDefaultFractionDigits())));
    }

    private <T> void list(Consumer<Consumer<T>> each, Function<T, String> text) {
        long[] count = new long[1];
        each.accept(one -> {
            if (all || count[0] < SHOWN) {
                out.println(text.apply(one));
            }
            count[0]++;
        });
        if (!all && count[0] > SHOWN) {
            out.println("  " + said("more", count[0] - SHOWN));
        }
    }

    /** One object; lists are written as they are read. */
    void json(Impact impact, Impact.Summary summary, Long run) {
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("run", run);
        head.putAll(summary.fields());
        String text = Json.text(head);
        out.print(text.substring(0, text.length() - 1));
        array(
                "failing",
                impact::failures,
                one -> fields(
                        "contract",
                        one.contract(),
                        "subject",
                        one.subject().word(),
                        "from",
                        one.from().toString(),
                        "to",
                        one.to().toString(),
                        "fails_under",
                        one.side().word(),
                        "code",
                        one.code(),
                        "message",
                        one.message()));
        array(
                "by_contract",
                impact::contracts,
                one -> fields(
                        "contract",
                        one.contract(),
                        "currency",
                        one.currency(),
                        "lines",
                        one.lines(),
                        "before",
                        one.before(),
                        "after",
                        one.after(),
                        "difference",
                        one.difference()));
        array("by_clause", impact::clauses, one -> group(one, false));
        array("by_row", impact::rows, one -> group(one, true));
        array(
                "lines",
                impact::lines,
                one -> fields(
                        "contract",
                        one.contract(),
                        "currency",
                        one.currency(),
                        "subject",
                        one.subject().word(),
                        "item",
                        one.item(),
                        "what",
                        one.what(),
                        "from",
                        one.from().toString(),
                        "to",
                        one.to().toString(),
                        "on",
                        one.on().toString(),
                        "before",
                        one.before(),
                        "after",
                        one.after(),
                        "difference",
                        one.difference(),
                        "clauses",
                        split(one.clauses()),
                        "rows",
                        split(one.rows())));
        if (summary.touched() == 0) {
            this.<Reach>array(
                    "changed_rows", reach::forEach, one -> fields("row", one.row(), "why", sentences.of(one.why())));
        }
        out.println("}");
    }

    private static Map<String, Object> group(Impact.Group group, boolean rows) {
        Map<String, Object> fields = fields("clauses", split(group.clauses()));
        if (rows) {
            fields.put("rows", split(group.rows()));
        }
        fields.putAll(fields(
                "currency",
                group.currency(),
                "contracts",
                group.contracts(),
                "lines",
                group.lines(),
                "before",
                group.before(),
                "after",
                group.after(),
                "difference",
                group.difference()));
        return fields;
    }

    private static List<String> split(String text) {
        return text.isEmpty() ? Collections.emptyList() : Arrays.asList(text.split(", "));
    }

    private static Map<String, Object> fields(Object... namesAndValues) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return fields;
    }

    private <T> void array(String name, Consumer<Consumer<T>> each, Function<T, Map<String, Object>> fields) {
        out.print(",\"" + name + "\":[");
        String[] before = {""};
        each.accept(one -> {
            out.print(before[0] + Json.text(fields.apply(one)));
            before[0] = ",";
        });
        out.print("]");
    }
}
