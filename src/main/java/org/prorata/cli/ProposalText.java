package org.prorata.cli;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.prorata.engine.BookSource;
import org.prorata.tables.TablesDiff;

/** What is kept with a proposal, as people read it; findings are as JSON was read back, or a text of before they were JSON. */
final class ProposalText {

    private final PrintWriter out;

    ProposalText(PrintWriter out) {
        this.out = out;
    }

    /** Files of rules with another text in the second book. */
    static List<String> rules(BookSource base, BookSource book) {
        return book.rules().entrySet().stream().filter(file -> !file.getValue().equals(base.rules().get(file.getKey())))
                .map(Map.Entry::getKey).toList();
    }

    void changes(BookSource base, BookSource book) {
        if (!book.rules().equals(base.rules())) {
            out.println("  rules: other text in " + rules(base, book));
        }
        TablesDiff.between(base.tables(), book.tables()).forEach(difference -> difference.toString().lines().forEach(each -> out.println("  " + each)));
    }

    /** What is found and nobody accepted. */
    void open(Object checks) {
        if (checks instanceof Map<?, ?> fields) {
            list(fields, "findings").forEach(finding -> out.println("  not accepted: " + finding(finding)));
        } else if (!"no error".equals(checks)) {
            checks.toString().lines().forEach(line -> out.println("  not accepted: " + line));
        }
    }

    /** What is found and accepted, by whom. */
    void accepted(Object checks) {
        if (checks instanceof Map<?, ?> fields) {
            list(fields, "accepted").forEach(finding -> out.println("  accepted by " + finding.get("by") + " on " + finding.get("on") + ": "
                    + finding(finding) + ": " + finding.get("reason")));
        }
    }

    private static String finding(Map<?, ?> finding) {
        return finding.get("sheet") + ": " + finding.get("where") + ": " + finding.get("message");
    }

    void tests(Object tests) {
        Map<?, ?> fields = (Map<?, ?>) tests;
        out.println("  tests: " + fields.get("passed") + " passed, " + fields.get("failed") + " failed");
        for (Map<?, ?> test : list(fields, "tests")) {
            if (!test.get("verdict").equals("passed")) {
                String table = (String) test.get("table");
                out.println("    " + test.get("verdict") + " " + table.substring(0, table.indexOf('!')) + "!tests!" + test.get("row") + " " + test.get("name")
                        + ": " + table + " " + test.get("column") + ": " + test.get("actual") + " (expected " + test.get("expected") + ")");
            }
        }
    }

    void impact(Object impact) {
        Map<?, ?> fields = (Map<?, ?>) impact;
        out.println("  impact from " + fields.get("from") + " to " + fields.get("to") + ": " + fields.get("contracts") + " contracts looked at, "
                + fields.get("touched") + " touched, " + fields.get("fail_under_one_book") + " fail under one rule book only, "
                + fields.get("fail_under_both") + " under both");
        for (Map<?, ?> total : list(fields, "totals")) {
            out.println("    " + amounts(total) + " " + total.get("currency") + ", moved " + money(total, "moved") + " " + total.get("currency"));
            list(total, "subjects").forEach(subject -> out.println("      " + subject.get("subject").toString().replace('_', ' ') + " " + amounts(subject)));
        }
    }

    private static String amounts(Map<?, ?> fields) {
        return money(fields, "before") + " → " + money(fields, "after") + ", difference " + money(fields, "difference");
    }

    private static String money(Map<?, ?> fields, String name) {
        return RunPrinter.money(new BigDecimal(fields.get(name).toString()));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<?, ?>> list(Map<?, ?> fields, String name) {
        return (List<Map<?, ?>>) fields.get(name);
    }
}
