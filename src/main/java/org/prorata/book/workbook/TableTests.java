package org.prorata.book.workbook;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.prorata.book.schema.CellCheck;
import org.prorata.book.schema.CellText;
import org.prorata.book.schema.Column;
import org.prorata.book.schema.Given;
import org.prorata.book.schema.RowSpan;
import org.prorata.book.schema.SeveralAnswers;
import org.prorata.book.schema.Sheet;
import org.prorata.book.schema.Table;
import org.prorata.book.schema.TableProblem;
import org.prorata.book.schema.Tables;
import org.prorata.book.schema.Wording;
import org.prorata.book.schema.WorkbookErrors;
import org.prorata.book.workbook.TestResult.Verdict;
import org.prorata.decision.CannotDecide;
import org.prorata.decision.Reason;
import org.prorata.decision.policy.Policies;
import org.prorata.decision.policy.Row;
import org.prorata.decision.policy.TableId;

/** Asks the tables of one workbook what its tests ask, by the same look-up as the rules. */
public final class TableTests {

    private static final String NO_ROW = "no row";
    private static final String EMPTY = "empty";
    /** Between the values of rows that answer together. */
    private static final String AND = "; ";

    private final Table tests;
    private final Map<String, Table> tables = new HashMap<>();
    private final Map<String, TableId> ids = new HashMap<>();
    private final Policies policies;
    private final List<TableProblem> problems = new ArrayList<>();

    private TableTests(Table tests, Tables all, Policies policies) {
        this.tests = tests;
        this.policies = policies;
        all.all().stream()
                .filter(table -> table.sheet().workbook().equals(tests.sheet().workbook()))
                .forEach(table -> tables.put(table.sheet().name(), table));
    }

    /**
     * The results in the order of the sheet.
     *
     * @param tables   those that the policies answer from
     * @throws WorkbookErrors with every test that asks what cannot be asked
     */
    public static List<TestResult> run(Table tests, Tables tables, Policies policies) {
        TableTests run = new TableTests(tests, tables, policies);
        List<TestResult> results = new ArrayList<>();
        tests.rows().forEach(row -> {
            TestResult result = run.result(row);
            if (result != null) {
                results.add(result);
            }
        });
        WorkbookErrors.throwIfAny(run.problems);
        return List.copyOf(results);
    }

    /** Null when the test is wrong by itself. */
    private TestResult result(Row test) {
        Table table = tables.get(test.text(TestSheet.SHEET));
        Sheet sheet = table.sheet();
        Column column = sheet.columns().stream()
                .filter(c -> c.name().equals(test.text(TestSheet.COLUMN)))
                .findFirst()
                .orElse(null);
        int before = problems.size();
        if (column == null) {
            problem(
                    test,
                    TestSheet.COLUMN,
                    Reason.of("tables.tests.column", sheet.name(), test.text(TestSheet.COLUMN)),
                    Wording.oneOf(sheet.columns().stream().map(Column::name).toList()));
        }
        keys(test, sheet);
        BigDecimal measured = measured(test, sheet);
        String expected = column == null ? null : expected(test, sheet, column);
        if (problems.size() > before) {
            return null;
        }
        String actual;
        Verdict verdict;
        try {
            List<Row> rows = rows(test, table, measured);
            actual = rows.isEmpty()
                    ? NO_ROW
                    : rows.stream()
                            .map(row -> shown(column, row.values().get(column.name())))
                            .collect(Collectors.joining(AND));
            verdict = actual.equals(expected) ? Verdict.PASSED : Verdict.FAILED;
        } catch (CannotDecide e) {
            actual = e.getMessage();
            verdict = Verdict.ERROR;
        }
        return new TestResult(
                test.ref().row(), test.text("name"), sheet.id(), column.name(), expected, actual, verdict);
    }

    private List<Row> rows(Row test, Table table, BigDecimal measured) {
        Sheet sheet = table.sheet();
        LocalDate day = test.date(TestSheet.DAY);
        if (sheet.series()) {
            return table.rows().stream().anyMatch(row -> covers(table, row, day))
                    ? row(table, policies.series(sheet.name()).on(day).row().row())
                    : List.of();
        }
        List<Column> keys = sheet.keys();
        TableId id = ids.computeIfAbsent(
                sheet.name(),
                name -> new TableId(
                        sheet.workbook(), name, keys.stream().map(Column::name).toList()));
        String[] values = keys.stream()
                .map(key -> {
                    Object value = test.values().get(key.name());
                    return value == null ? "" : CellText.of(value);
                })
                .toArray(String[]::new);
        SeveralAnswers together = SeveralAnswers.of(sheet);
        if (together == null) {
            Row found = policies.find(id, row -> row, day, values);
            return found == null ? List.of() : List.of(found);
        }
        List<Row> found = policies.all(id, row -> row, day, values);
        return measured == null ? found : together.holding(found, measured);
    }

    private static boolean covers(Table table, Row row, LocalDate day) {
        int next = table.rows().indexOf(row) + 1;
        RowSpan span = RowSpan.of(table.sheet(), row.values());
        LocalDate last = span.last() != null
                ? span.last()
                : next == table.rows().size()
                        ? LocalDate.MAX
                        : RowSpan.of(table.sheet(), table.rows().get(next).values())
                                .first()
                                .minusDays(1);
        return !day.isBefore(span.first()) && !day.isAfter(last);
    }

    private static List<Row> row(Table table, int number) {
        return table.rows().stream().filter(row -> row.ref().row() == number).toList();
    }

    private void keys(Row test, Sheet sheet) {
        List<String> own = sheet.series()
                ? List.of()
                : sheet.keys().stream().map(Column::name).toList();
        List<String> asked = List.of(TestSheet.SHEET, TestSheet.DAY, TestSheet.MEASURED);
        for (Column key : tests.sheet().columns()) {
            Object value = test.values().get(key.name());
            if (key.role() != Column.ColumnRole.KEY || asked.contains(key.name()) || value == null) {
                continue;
            }
            Column target = sheet.keys().stream()
                    .filter(c -> c.name().equals(key.name()))
                    .findFirst()
                    .orElse(null);
            if (!own.contains(key.name())) {
                problem(
                        test,
                        key.name(),
                        Wording.typed(CellText.of(value)),
                        Reason.of("tables.tests.key", sheet.name(), key.name()));
            } else if (!target.allowed().isEmpty() && !target.allowed().contains(CellText.of(value))) {
                problem(test, key.name(), Wording.typed(CellText.of(value)), Wording.allowed(target));
            }
        }
    }

    private BigDecimal measured(Row test, Sheet sheet) {
        String text = test.text(TestSheet.MEASURED);
        if (text == null) {
            return null;
        }
        if (!SeveralAnswers.banded(sheet)) {
            problem(test, TestSheet.MEASURED, Wording.typed(text), Reason.of("tables.tests.bands", sheet.name()));
            return null;
        }
        Column bound = sheet.columns().stream()
                .filter(c -> c.name().equals(SeveralAnswers.of(sheet).bound()))
                .findFirst()
                .orElseThrow();
        return (BigDecimal) value(test, TestSheet.MEASURED, bound, text);
    }

    /** What is expected, in the one form in which answers are shown. */
    private String expected(Row test, Sheet sheet, Column column) {
        String text = test.text(TestSheet.EXPECTED);
        if (text.equals(NO_ROW)) {
            return text;
        }
        boolean several = SeveralAnswers.of(sheet) != null && column.type() != Column.CellType.TEXT;
        return (several ? Stream.of(text.split(";")) : Stream.of(text))
                .map(String::strip)
                .map(part -> part.equals(EMPTY) ? part : shown(column, value(test, TestSheet.EXPECTED, column, part)))
                .collect(Collectors.joining(AND));
    }

    private Object value(Row test, String place, Column column, String text) {
        try {
            return CellCheck.value(column, new Given.Text(text));
        } catch (CellCheck.Wrong wrong) {
            problem(
                    test,
                    place,
                    wrong.found,
                    place.equals(TestSheet.EXPECTED)
                            ? Reason.of("tables.tests.expected", wrong.allowed, EMPTY, NO_ROW)
                            : wrong.allowed);
            return null;
        }
    }

    private static String shown(Column column, Object value) {
        return value == null
                ? EMPTY
                : CellText.of(value) + (value instanceof BigDecimal && column.percent() ? " %" : "");
    }

    private void problem(Row test, String column, Reason found, Reason allowed) {
        problems.add(new TableProblem(tests.sheet().id() + "!row " + test.ref().row() + " " + column, found, allowed));
    }
}
