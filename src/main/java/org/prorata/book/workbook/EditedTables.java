package org.prorata.book.workbook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.prorata.book.schema.References;
import org.prorata.book.schema.Sheet;
import org.prorata.book.schema.Shipped;
import org.prorata.book.schema.Table;
import org.prorata.book.schema.TableProblem;
import org.prorata.book.schema.Tables;
import org.prorata.book.schema.WorkbookErrors;
import org.prorata.decision.Reason;

/** The tables of a book with edited workbooks in the place of its own. */
public final class EditedTables {

    private EditedTables() {}

    /**
     * @param paths workbooks, or folders of them; what they don't hold stays as it is
     * @throws WorkbookErrors with everything that is wrong in them, also beside the tables that stay
     */
    public static Tables over(Tables tables, List<Path> paths) throws IOException {
        List<TableProblem> problems = new ArrayList<>();
        Tables all = tables;
        List<Sheet> sheets = tables.all().stream().map(Table::sheet).toList();
        Map<String, Path> given = new LinkedHashMap<>();
        for (Path file : files(paths)) {
            Path same = given.putIfAbsent(file.getFileName().toString(), file);
            if (same != null) {
                problems.add(new TableProblem(
                        file.toString(),
                        Reason.of("tables.given_twice", same.toString()),
                        Reason.of("tables.given_twice.allowed")));
                continue;
            }
            try {
                all = all.with(Workbooks.read(file, sheets));
            } catch (WorkbookErrors e) {
                problems.addAll(e.problems());
            }
        }
        WorkbookErrors.throwIfAny(problems);
        WorkbookErrors.throwIfAny(References.problems(all));
        return all;
    }

    /**
     * Sheets beside the tables, those of workbooks in the place of what they were before.
     *
     * @param helpers of which those of other workbooks stay
     */
    public static List<Table> helpers(List<Table> helpers, List<Path> paths) throws IOException {
        Tables all = new Tables(helpers);
        for (Path file : files(paths)) {
            all = all.with(
                    new Tables(Helpers.read(file.getFileName().toString(), Workbooks.bytes(file), Shipped.sheets())));
        }
        return all.all();
    }

    /** The workbooks of paths, those of folders in the order of their names. */
    public static List<Path> files(List<Path> paths) throws IOException {
        List<Path> all = new ArrayList<>();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                all.addAll(Workbooks.workbooks(path));
            } else {
                all.add(path);
            }
        }
        return all;
    }
}
