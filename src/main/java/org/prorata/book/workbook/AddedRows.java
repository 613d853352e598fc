package org.prorata.book.workbook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.prorata.book.schema.CellText;
import org.prorata.book.schema.Given;
import org.prorata.book.schema.RowSpan;
import org.prorata.book.schema.Sheet;
import org.prorata.book.schema.SheetCheck;
import org.prorata.book.schema.Shipped;
import org.prorata.book.schema.Table;
import org.prorata.book.schema.TableProblem;
import org.prorata.book.schema.Tables;
import org.prorata.book.schema.WorkbookErrors;
import org.prorata.decision.policy.Row;

/**
 * Tables with rows added from a folder of text copies, checked together as if they stood in one workbook. A row with the number of
 * one that was there takes its place.
 */
public final class AddedRows {

    private AddedRows() {}

    /** @throws WorkbookErrors when a row is wrong, by itself or beside the rows that were there */
    public static Tables to(Tables tables, Path folder) {
        Map<String, Tables> twins = new HashMap<>();
        tables.all().stream()
                .map(table -> table.sheet().workbook())
                .distinct()
                .forEach(workbook -> twins.put(workbook, twin(workbook, folder.resolve(workbook + ".yaml"))));
        return new Tables(tables.all().stream()
                .map(table -> {
                    Tables twin = twins.get(table.sheet().workbook());
                    return twin == null
                            ? table
                            : together(table, twin.table(table.sheet().id()).rows());
                })
                .toList());
    }

    private static Tables twin(String workbook, Path file) {
        try {
            return Files.exists(file) ? TextCopy.read(workbook, Files.readString(file), Shipped.sheets()) : null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Table together(Table own, List<Row> more) {
        Sheet sheet = own.sheet();
        Set<Integer> added = more.stream().map(row -> row.ref().row()).collect(Collectors.toSet());
        List<Row> rows = new ArrayList<>(own.rows().stream()
                .filter(row -> !added.contains(row.ref().row()))
                .toList());
        rows.addAll(more);
        if (sheet.series()) {
            rows.sort(
                    Comparator.comparing(row -> RowSpan.of(sheet, row.values()).first()));
        }
        List<TableProblem> problems = new ArrayList<>();
        SheetCheck check = new SheetCheck(sheet, sheet.columns(), problems);
        for (Row row : rows) {
            Map<String, Given> cells = new HashMap<>();
            row.values().forEach((column, value) -> cells.put(column, new Given.Text(CellText.of(value))));
            check.add(row.ref().row(), cells, column -> row.ref().citation() + " " + column);
        }
        Table table = check.table();
        if (!problems.isEmpty()) {
            throw new WorkbookErrors(problems);
        }
        return table;
    }
}
