package org.prorata.book.workbook;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.prorata.book.schema.CitedRows;
import org.prorata.book.schema.Column;
import org.prorata.book.schema.SeveralAnswers;
import org.prorata.book.schema.Sheet;
import org.prorata.book.schema.Table;
import org.prorata.book.schema.TableProblem;
import org.prorata.book.schema.WorkbookErrors;
import org.prorata.decision.Reason;
import org.prorata.decision.policy.Row;

/**
 * The sheet of a workbook on which people write what its tables must answer. It is no part of a rule book: the columns
 * are the keys that any sheet of the workbook has, with the day, the column wanted and what is expected of it.
 */
public final class TestSheet {

    public static final String NAME = "tests";
    static final String SHEET = "sheet";
    static final String DAY = "day";
    static final String MEASURED = "measured";
    static final String COLUMN = "column";
    static final String EXPECTED = "expected";
    static final String ACTUAL = "actual";
    static final String VERDICT = "verdict";

    private TestSheet() {}

    /** {@code tests!row}. */
    public static String place(int row) {
        return NAME + "!" + row;
    }

    /** The schema of the tests of one workbook, as people see it. */
    static Sheet of(String workbook, List<Sheet> sheets) {
        List<Sheet> own = sheets.stream()
                .filter(sheet -> sheet.workbook().equals(workbook))
                .toList();
        List<Column> columns = new ArrayList<>();
        columns.add(Column.of("name", Column.ColumnRole.NOTE, Column.CellType.NAME, true, ""));
        columns.add(Column.text("note", ""));
        columns.add(Column.list(SHEET, "", own.stream().map(Sheet::name).toArray(String[]::new))
                .as(Column.ColumnRole.KEY)
                .mandatory());
        columns.add(Column.of(DAY, Column.ColumnRole.KEY, Column.CellType.DATE, true, ""));
        columns.addAll(keys(own));
        if (own.stream().anyMatch(SeveralAnswers::banded)) {
            columns.add(Column.of(MEASURED, Column.ColumnRole.KEY, Column.CellType.TEXT, false, ""));
        }
        columns.add(Column.list(COLUMN, "", wanted(own).toArray(String[]::new)).mandatory());
        columns.add(Column.of(EXPECTED, Column.ColumnRole.VALUE, Column.CellType.TEXT, true, ""));
        columns.add(Column.of(ACTUAL, Column.ColumnRole.VALUE, Column.CellType.TEXT, false, ""));
        columns.add(Column.text(VERDICT, ""));
        return new Sheet(workbook, NAME, "", Sheet.Kind.POLICY, columns);
    }

    /** Each key of the sheets once, with all that any of them allows. */
    private static List<Column> keys(List<Sheet> sheets) {
        Map<String, Column> keys = new LinkedHashMap<>();
        sheets.stream()
                .filter(Sheet::policy)
                .flatMap(sheet -> sheet.keys().stream())
                .forEach(key -> {
                    Column free = Column.of(key.name(), Column.ColumnRole.KEY, key.type(), false, "");
                    Set<String> allowed = new LinkedHashSet<>(
                            keys.getOrDefault(key.name(), free).allowed());
                    allowed.addAll(key.allowed());
                    keys.put(
                            key.name(),
                            allowed.isEmpty() ? free : Column.key(key.name(), "", allowed.toArray(String[]::new)));
                });
        return List.copyOf(keys.values());
    }

    /** Answers come first, then what names the row. */
    private static Set<String> wanted(List<Sheet> sheets) {
        Set<String> names = new LinkedHashSet<>();
        for (Column.ColumnRole role : List.of(Column.ColumnRole.VALUE, Column.ColumnRole.NOTE)) {
            sheets.stream()
                    .flatMap(sheet -> sheet.columns().stream())
                    .filter(column -> column.role() == role)
                    .forEach(column -> names.add(column.name()));
        }
        return names;
    }

    /**
     * The tests of a workbook, without what a run of them wrote; none where nothing in it decides.
     *
     * @throws WorkbookErrors when the workbook has no such sheet, or with everything that is wrong in it
     */
    public static Table read(String fileName, byte[] content, List<Sheet> sheets) {
        String workbook = Workbooks.nameOf(fileName);
        if (Helpers.sheets(workbook, sheets).isEmpty()) {
            return new Table(of(workbook, sheets), List.of());
        }
        List<TableProblem> problems = new ArrayList<>();
        Table table;
        try (XSSFWorkbook book = WorkbookFile.open(fileName, content)) {
            if (book.getSheet(NAME) == null) {
                throw new WorkbookErrors(List.of(new TableProblem(
                        workbook + "!" + NAME,
                        Reason.of("tables.sheet_missing"),
                        Reason.of("tables.no_tests.allowed"))));
            }
            table = new WorkbookReader(workbook, problems).table(of(workbook, sheets), book.getSheet(NAME));
        } catch (IOException e) {
            throw new WorkbookErrors(List.of(WorkbookFile.damaged(fileName, e)));
        }
        WorkbookErrors.throwIfAny(problems);
        return asked(table);
    }

    /** The same tests without what a run of them wrote. */
    static Table asked(Table tests) {
        List<Row> rows = tests.rows().stream()
                .map(row -> {
                    Map<String, Object> values = new LinkedHashMap<>(row.values());
                    values.remove(ACTUAL);
                    values.remove(VERDICT);
                    return CitedRows.of(tests.sheet(), row.ref().row(), values);
                })
                .toList();
        return new Table(tests.sheet(), rows);
    }
}
