package org.prorata.cli;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.prorata.book.changes.TablesDiff;
import org.prorata.book.engine.BookSource;
import org.prorata.decision.explain.Sentences;

/** What is kept with a proposal, as people read it; findings are as JSON was read back, or a text of before they were JSON. */
final class ProposalText {

    private final PrintWriter out;
    private final Sentences sentences;

    ProposalText(PrintWriter out, Sentences sentences) {
        this.out = out;
        this.sentences = sentences;
    }

    /** Files of rules with another text in the second book. */
    static List<String> rules(BookSource base, BookSource book) {
        return book.rules().entrySet().stream()
                .filter(file -> !file.getValue().equals(base.rules().get(file.getKey())))
                .map(Map.Entry::getKey)
                .toList();
    }

    void line(String text) {
        out.println("  " + text);
    }

    private void line(String key, Object... figures) {
        line(sentences.text(key, figures));
    }

    void changes(BookSource base, BookSource book) {
        if (!book.rules().equals(base.rules())) {
            line("tables.proposal.rules", rules(base, book));
        }
        TablesDiff.between(base.tables(), book.tables()).forEach(difference -> line(difference.told(sentences)));
        TablesDiff.moved(base.tables(), book.tables(), sentences).forEach(this::line);
    }

    /** What is found, and accepted by whom. */
    void checks(Object checks) {
        if (checks instanceof Map<?, ?> fields) {
            list(fields, "findings").forEach(finding -> line("tables.not_accepted", finding(finding)));
            list(fields, "accepted")
                    .forEach(finding -> line(
                            "tables.proposal.accepted",
                            finding.get("by"),
                            finding.get("on"),
                            finding(finding),
                            finding.get("reason")));
        } else if (!"no error".equals(checks)) {
            checks.toString().lines().forEach(each -> line("tables.not_accepted", each));
        }
    }

    private String finding(Map<?, ?> finding) {
        Object told = finding.get("message_" + sentences.language());
        return sentences.text(
                "tables.finding",
                finding.get("sheet"),
                finding.get("where"),
                told == null ? finding.get("message") : told);
    }

    /** What people had changed in the tables in force, as it was carried onto the program's own. */
    void carried(Object carried) {
        Map<?, ?> fields = (Map<?, ?>) carried;
        if (fields.get("edited_from") == null) {
            line("tables.carry.no_base");
        }
        list(fields, "carried").forEach(each -> line("tables.carry.carried", told(each, "message")));
        list(fields, "not_carried")
                .forEach(each -> line("tables.carry.left", told(each, "message"), told(each, "why")));
    }

    private Object told(Map<?, ?> fields, String name) {
        Object told = fields.get(name + "_" + sentences.language());
        return told == null ? fields.get(name) : told;
    }

    void tests(Object tests) {
        Map<?, ?> fields = (Map<?, ?>) tests;
        line("tables.proposal.tests", sentences.text("tables.tested", fields.get("passed"), fields.get("failed")));
        list(fields, "tests").stream()
                .filter(test -> !test.get("verdict").equals("passed"))
                .forEach(test -> {
                    String table = (String) test.get("table");
                    line("  " + Verdicts.line(table.substring(0, table.indexOf('!') + 1), test, sentences));
                });
    }

    void impact(Object impact) {
        Map<?, ?> fields = (Map<?, ?>) impact;
        line(
                "tables.proposal.impact",
                sentences.text(
                        "tables.impact.looked_at",
                        fields.get("from"),
                        fields.get("to"),
                        fields.get("contracts"),
                        fields.get("touched"),
                        fields.get("fail_under_one_book"),
                        fields.get("fail_under_both")));
        for (Map<?, ?> total : list(fields, "totals")) {
            line("  "
                    + sentences.text(
                            "tables.proposal.moved",
                            amounts((String) total.get("currency"), total),
                            money(total, "moved")));
            list(total, "subjects")
                    .forEach(subject -> line("    "
                            + amounts(sentences.text("tables.impact.subject." + subject.get("subject")), subject)));
        }
    }

    private String amounts(String what, Map<?, ?> fields) {
        return sentences.text(
                "tables.proposal.amounts",
                what,
                money(fields, "before"),
                money(fields, "after"),
                money(fields, "difference"));
    }

    private static BigDecimal money(Map<?, ?> fields, String name) {
        return new BigDecimal(fields.get(name).toString());
    }

    @SuppressWarnings("unchecked")
    private static List<Map<?, ?>> list(Map<?, ?> fields, String name) {
        return (List<Map<?, ?>>) fields.get(name);
    }
}
