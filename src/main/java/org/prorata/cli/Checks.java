package org.prorata.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.prorata.book.coverage.Acceptances;
import org.prorata.book.coverage.Coverage;
import org.prorata.book.coverage.TableFinding;
import org.prorata.book.register.Conventions;
import org.prorata.book.schema.Remark;
import org.prorata.book.schema.Shipped;
import org.prorata.book.schema.Table;
import org.prorata.book.schema.TableProblem;
import org.prorata.book.schema.Tables;
import org.prorata.book.workbook.WorkbookCheck;
import org.prorata.decision.explain.Sentences;

/** What the checks say of workbooks or of a whole book: errors, then gaps, overlaps and rows that never answer, accepted or not. */
record Checks(WorkbookCheck check, Acceptances result, List<Remark> remarks) {

    private static final Sentences ENGLISH = new Sentences(Locale.ENGLISH);
    private static final Sentences FRENCH = new Sentences(Locale.FRENCH);

    /** @param beside tables that hold what is not among the workbooks */
    static Checks of(List<Path> workbooks, Tables beside) throws IOException {
        return of(
                WorkbookCheck.of(
                        workbooks, Shipped.sheets(), Conventions.shipped().ids(), beside),
                beside);
    }

    /** @param helpers sheets beside the tables of a book, as far as they are known */
    static Checks of(Tables book, List<Table> helpers) {
        return of(WorkbookCheck.of(book, helpers, Conventions.shipped().ids()), book);
    }

    private static Checks of(WorkbookCheck check, Tables beside) {
        return new Checks(
                check,
                Acceptances.of(Coverage.of(beside.with(check.tables()), check.sound()), check, Shipped.sheets()),
                check.remarks());
    }

    /** The same for tables whose workbooks were looked at before. */
    Checks with(List<Remark> seen) {
        return new Checks(check, result, seen);
    }

    /** What is found and nobody accepted, in the language of a reader. */
    List<String> open(Sentences sentences) {
        return Stream.concat(
                        remarks.stream().map(remark -> remark.told(sentences)),
                        result.open().stream().map(finding -> finding.told(sentences)))
                .toList();
    }

    /** The errors, in the order of the workbooks, those of acceptances last. */
    List<TableProblem> problems() {
        List<TableProblem> problems = new ArrayList<>(check.problems());
        problems.addAll(result.problems());
        return problems;
    }

    /** All of it, as programs read it. */
    Map<String, Object> fields() {
        return fields(List.of());
    }

    /** The same for readers of every language, as it is kept. */
    Map<String, Object> kept() {
        return fields(List.of(FRENCH));
    }

    /** @param others languages beside English in which findings are told */
    private Map<String, Object> fields(List<Sentences> others) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("files", check.files());
        fields.put(
                "errors",
                problems().stream()
                        .map(problem -> {
                            Map<String, Object> one = new LinkedHashMap<>();
                            one.put("place", problem.place());
                            one.put("found", ENGLISH.of(problem.found()));
                            one.put("allowed", ENGLISH.of(problem.allowed()));
                            return one;
                        })
                        .toList());
        fields.put(
                "findings",
                Stream.concat(
                                remarks.stream().map(remark -> fields(remark, others)),
                                result.open().stream().map(finding -> fields(finding, others)))
                        .toList());
        fields.put(
                "accepted",
                result.accepted().stream()
                        .map(accepted -> {
                            Map<String, Object> one = fields(accepted.finding(), others);
                            one.put("accepted_in_row", accepted.row());
                            one.put("reason", accepted.reason());
                            one.put("by", accepted.by());
                            one.put("on", accepted.on());
                            return one;
                        })
                        .toList());
        return fields;
    }

    private static Map<String, Object> fields(Remark remark, List<Sentences> others) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("finding", remark.kind().written());
        fields.put("sheet", remark.sheet());
        fields.put("where", remark.place());
        fields.put("rows", remark.rows());
        fields.put("message", ENGLISH.of(remark.message()));
        others.forEach(language -> fields.put("message_" + language.language(), language.of(remark.message())));
        fields.put("proposed", List.of());
        return fields;
    }

    private static Map<String, Object> fields(TableFinding finding, List<Sentences> others) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("finding", finding.kind().written());
        fields.put("sheet", finding.sheet());
        fields.put("where", finding.region().toString());
        fields.put("rows", finding.rows());
        fields.put("message", ENGLISH.of(finding.message()));
        others.forEach(language -> fields.put("message_" + language.language(), language.of(finding.message())));
        fields.put("proposed", finding.proposed());
        return fields;
    }
}
