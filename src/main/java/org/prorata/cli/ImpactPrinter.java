package org.prorata.cli;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.prorata.explain.Json;
import org.prorata.store.Impact;

/** Shows what another rule book would change: a table for people, or one JSON object with everything. */
final class ImpactPrinter {

    private static final int SHOWN = 20;
    private static final String AMOUNTS = " %18s %18s %18s";

    private final PrintWriter out;
    private final boolean all;

    /** @param all whether nothing is left out */
    ImpactPrinter(PrintWriter out, boolean all) {
        this.out = out;
        this.all = all;
    }

    void show(Impact impact, Impact.Summary summary) {
        out.println(summary.from() + " to " + summary.to() + ": " + summary.looked() + " contracts looked at, " + summary.touched()
                + " touched, " + summary.onlyOne() + " fail under one rule book only, " + summary.undecided() + " under both");
        out.println("Rule book " + summary.oldBook() + " decides now; " + summary.newBook() + " is the new one."
                + (summary.oldBook().equals(summary.newBook()) ? " They are the same." : ""));
        list(impact::failures, each -> "  " + each.contract() + " " + words(each.subject()) + " " + each.from() + " to " + each.to()
                + " fails under " + (each.side() == Impact.Side.BOTH ? "both rule books" : "the " + each.side().word() + " rule book only")
                + ": " + each.message());
        totals(summary);
        if (summary.touched() == 0) {
            out.println("No contract is touched.");
            return;
        }
        out.printf(Locale.ROOT, "%-44s %6s" + AMOUNTS + "%n", "lines that differ, by contract", "lines", "before", "after", "difference");
        list(impact::contracts, each -> line(44, each.contract(), each.lines(), each.currency(), each.before(), each.after(), each.difference()));
        out.printf(Locale.ROOT, "%-44s %6s" + AMOUNTS + "%n", "by clause", "contr.", "before", "after", "difference");
        list(impact::clauses, each -> line(44, each.clauses(), each.contracts(), each.currency(), each.before(), each.after(), each.difference()));
        out.printf(Locale.ROOT, "%-44s %6s" + AMOUNTS + "%n", "by row", "contr.", "before", "after", "difference");
        list(impact::rows, each -> line(44, each.rows().isEmpty() ? "no changed row is cited" : each.rows(), each.contracts(), each.currency(),
                each.before(), each.after(), each.difference()));
    }

    private void totals(Impact.Summary summary) {
        if (summary.sums().isEmpty()) {
            return;
        }
        out.printf(Locale.ROOT, "%-51s" + AMOUNTS + "%n", "all contracts", "before", "after", "difference");
        for (Impact.Sum total : summary.totals()) {
            summary.sums().stream().filter(sum -> sum.currency().equals(total.currency()))
                    .forEach(sum -> out.println(line(51, words(sum.subject()), null, sum.currency(), sum.before(), sum.after(), sum.difference())));
            out.println(line(51, "all", null, total.currency(), total.before(), total.after(), total.difference()));
            out.println("  moved, each contract's difference without its sign: " + money(summary.moved().getOrDefault(total.currency(),
                    BigDecimal.ZERO), total.currency()) + " " + total.currency());
        }
    }

    private static String words(Impact.Subject subject) {
        return subject == Impact.Subject.LATE ? "late payment" : subject.word().replace('_', ' ');
    }

    private static String line(int width, String name, Long count, String currency, BigDecimal before, BigDecimal after, BigDecimal difference) {
        String head = count == null ? ("  %-" + (width - 2) + "s").formatted(name) : ("  %-" + (width - 2) + "s %6d").formatted(name, count);
        return (head + AMOUNTS + " %s").formatted(money(before, currency), money(after, currency), money(difference, currency), currency);
    }

    /** With the digits of the currency at least. */
    private static String money(BigDecimal amount, String currency) {
        return RunPrinter.money(amount.setScale(Math.max(amount.scale(), Currency.getInstance(currency).getDefaultFractionDigits())));
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
            out.println("  … and " + (count[0] - SHOWN) + " more: --all, --json or --xlsx");
        }
    }

    /** One object; lists are written as they are read. */
    void json(Impact impact, Impact.Summary summary, Long run) {
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("run", run);
        head.putAll(summary.fields());
        String text = Json.text(head);
        out.print(text.substring(0, text.length() - 1));
        array("failing", impact::failures, one -> fields("contract", one.contract(), "subject", one.subject().word(), "from",
                one.from().toString(), "to", one.to().toString(), "fails_under", one.side().word(), "code", one.code(), "message", one.message()));
        array("by_contract", impact::contracts, one -> fields("contract", one.contract(), "currency", one.currency(), "lines", one.lines(),
                "before", one.before(), "after", one.after(), "difference", one.difference()));
        array("by_clause", impact::clauses, one -> group(one, false));
        array("by_row", impact::rows, one -> group(one, true));
        array("lines", impact::lines, one -> fields("contract", one.contract(), "currency", one.currency(), "subject", one.subject().word(),
                "item", one.item(), "what", one.what(), "from", one.from().toString(), "to", one.to().toString(), "on", one.on().toString(),
                "before", one.before(), "after", one.after(), "difference", one.difference(), "clauses", split(one.clauses()), "rows",
                split(one.rows())));
        out.println("}");
    }

    private static Map<String, Object> group(Impact.Group group, boolean rows) {
        Map<String, Object> fields = fields("clauses", split(group.clauses()));
        if (rows) {
            fields.put("rows", split(group.rows()));
        }
        fields.putAll(fields("currency", group.currency(), "contracts", group.contracts(), "lines", group.lines(), "before", group.before(),
                "after", group.after(), "difference", group.difference()));
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
