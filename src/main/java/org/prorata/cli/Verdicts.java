package org.prorata.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.prorata.book.engine.RuleBook;
import org.prorata.book.schema.Table;
import org.prorata.book.workbook.TableTests;
import org.prorata.book.workbook.TestResult;
import org.prorata.book.workbook.TestResult.Verdict;
import org.prorata.book.workbook.TestSheet;
import org.prorata.decision.explain.Sentences;
import org.prorata.decision.policy.Policies;

/** What tests of workbooks came to. */
record Verdicts(List<TestResult> results) {

    /** All tests that are beside the tables of a book. */
    static Verdicts of(List<Table> helpers, RuleBook book) {
        Policies policies = book.apart();
        return new Verdicts(helpers.stream()
                .filter(table -> table.sheet().name().equals(TestSheet.NAME))
                .flatMap(tests -> TableTests.run(tests, book.source().tables(), policies).stream())
                .toList());
    }

    long passed() {
        return results.stream()
                .filter(result -> result.verdict() == Verdict.PASSED)
                .count();
    }

    /** All of it, as programs read it. */
    Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("tests", results.stream().map(Verdicts::fields).toList());
        fields.put("passed", passed());
        fields.put("failed", results.size() - passed());
        return fields;
    }

    /**
     * One test on a line, from its fields.
     *
     * @param workbook where it stands, up to the sheet
     */
    static String line(String workbook, Map<?, ?> test, Sentences sentences) {
        return sentences.text(
                "tables.test",
                sentences.text("tables.verdict." + test.get("verdict")).toUpperCase(Locale.ROOT),
                workbook + TestSheet.place(((Number) test.get("row")).intValue()),
                test.get("name"),
                test.get("table") + " " + test.get("column"),
                test.get("actual"),
                test.get("expected"));
    }

    static Map<String, Object> fields(TestResult result) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("row", result.row());
        fields.put("name", result.name());
        fields.put("table", result.asked());
        fields.put("column", result.column());
        fields.put("expected", result.expected());
        fields.put("actual", result.actual());
        fields.put("verdict", result.verdict().word());
        return fields;
    }
}
