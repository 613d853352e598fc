package org.prorata.book.workbook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.prorata.book.schema.Nearest;
import org.prorata.book.schema.References;
import org.prorata.book.schema.Sheet;
import org.prorata.book.schema.Table;
import org.prorata.book.schema.TableProblem;
import org.prorata.book.schema.Tables;
import org.prorata.book.schema.Wording;
import org.prorata.book.schema.WorkbookErrors;
import org.prorata.decision.Reason;

/** Reads workbooks under their typed schema; nothing of a workbook goes further than its checked values. */
public final class Workbooks {

    private static final List<String> KINDS = List.of(".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".xltx");

    private Workbooks() {}

    /**
     * The tables of one workbook, or of all workbooks of a folder, in the order of the sheets given.
     *
     * @throws WorkbookErrors with everything that is wrong in all of them
     */
    public static Tables read(Path path, List<Sheet> sheets) throws IOException {
        if (!Files.isDirectory(path)) {
            return read(path.getFileName().toString(), bytes(path), sheets);
        }
        List<TableProblem> problems = new ArrayList<>();
        Map<String, Table> found = new TreeMap<>();
        List<String> missing =
                new ArrayList<>(sheets.stream().map(Sheet::workbook).distinct().toList());
        for (Path file : workbooks(path)) {
            String name = file.getFileName().toString();
            missing.remove(nameOf(name));
            collect(name, bytes(file), sheets, problems)
                    .forEach(table -> found.put(table.sheet().id(), table));
        }
        missing.forEach(name -> problems.add(new TableProblem(
                name + ".xlsx",
                Reason.of("tables.workbook_missing"),
                Reason.of("tables.workbook_missing.allowed", path.getFileName().toString()))));
        Tables tables = tables(found, sheets, problems);
        WorkbookErrors.throwIfAny(References.problems(tables));
        return tables;
    }

    /** The tables of one workbook as it was uploaded; its file name says which workbook it is. */
    public static Tables read(String fileName, byte[] content, List<Sheet> sheets) {
        List<TableProblem> problems = new ArrayList<>();
        Map<String, Table> found = new TreeMap<>();
        collect(fileName, content, sheets, problems)
                .forEach(table -> found.put(table.sheet().id(), table));
        return tables(found, sheets, problems);
    }

    private static Tables tables(Map<String, Table> found, List<Sheet> sheets, List<TableProblem> problems) {
        WorkbookErrors.throwIfAny(problems);
        return new Tables(sheets.stream()
                .map(sheet -> found.get(sheet.id()))
                .filter(table -> table != null)
                .toList());
    }

    static List<Path> workbooks(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            // a name that begins with ~$ or .~ is the lock file of an open workbook
            return files.filter(file -> KINDS.stream()
                            .anyMatch(file.getFileName().toString().toLowerCase(Locale.ROOT)::endsWith))
                    .filter(file -> !file.getFileName().toString().startsWith("~$")
                            && !file.getFileName().toString().startsWith(".~"))
                    .sorted(Comparator.comparing(Path::toString))
                    .toList();
        }
    }

    /** At most one byte more than the limit: enough to be refused. */
    static byte[] bytes(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(WorkbookFile.MOST_BYTES + 1);
        }
    }

    static String nameOf(String fileName) {
        int point = fileName.lastIndexOf('.');
        return point < 0 ? fileName : fileName.substring(0, point);
    }

    static TableProblem unknown(String fileName, String name, List<Sheet> sheets) {
        List<String> known = sheets.stream().map(Sheet::workbook).distinct().toList();
        String nearest = Nearest.to(name, known);
        return new TableProblem(
                fileName, Reason.of("tables.workbook_unknown"), Wording.nearest(Wording.oneOf(known), nearest));
    }

    private static List<Table> collect(
            String fileName, byte[] content, List<Sheet> sheets, List<TableProblem> problems) {
        String name = nameOf(fileName);
        List<Sheet> own =
                sheets.stream().filter(sheet -> sheet.workbook().equals(name)).toList();
        if (own.isEmpty()) {
            problems.add(unknown(fileName, name, sheets));
            return List.of();
        }
        try (XSSFWorkbook book = WorkbookFile.open(fileName, content)) {
            return new WorkbookReader(name, problems).read(book, own);
        } catch (WorkbookErrors refused) {
            problems.addAll(refused.problems());
            return List.of();
        } catch (IOException | RuntimeException e) {
            problems.add(WorkbookFile.damaged(fileName, e));
            return List.of();
        }
    }
}
