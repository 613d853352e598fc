package org.prorata.book.workbook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.prorata.book.schema.AcceptedSheet;
import org.prorata.book.schema.ClauseSheets;
import org.prorata.book.schema.Places;
import org.prorata.book.schema.References;
import org.prorata.book.schema.Remark;
import org.prorata.book.schema.Sheet;
import org.prorata.book.schema.Table;
import org.prorata.book.schema.TableProblem;
import org.prorata.book.schema.Tables;
import org.prorata.book.schema.WorkbookErrors;
import org.prorata.decision.Reason;

/** Workbooks looked at for a check: what is sound in them, and everything that is wrong, all in one go. */
public final class WorkbookCheck {

    private final List<Sheet> sheets;
    private final List<TableProblem> problems = new ArrayList<>();
    private final List<Remark> remarks = new ArrayList<>();
    private final Map<String, Table> sound = new TreeMap<>();
    private final List<Table> accepted = new ArrayList<>();
    private final Places places = new Places();
    private final List<String> files = new ArrayList<>();
    private boolean unreadable;

    private WorkbookCheck(List<Sheet> sheets) {
        this.sheets = sheets;
    }

    /**
     * Looks at workbooks, and at all that lie in folders.
     *
     * @param conventions ids of the clauses that stand in no workbook
     * @param beside      tables that hold what is not among the workbooks looked at
     */
    public static WorkbookCheck of(List<Path> paths, List<Sheet> sheets, Set<String> conventions, Tables beside)
            throws IOException {
        WorkbookCheck check = new WorkbookCheck(sheets);
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                check.folder(path);
            } else {
                check.look(path);
            }
        }
        Tables whole = beside.with(check.tables());
        References.problems(whole, check.places).stream()
                .filter(problem -> check.sound.containsKey(sheet(problem)))
                .forEach(check.problems::add);
        check.cited(whole, conventions);
        return check;
    }

    /** A clause that was taken out or renamed is missed by rows of other workbooks too; while its sheet has errors nothing is known of it. */
    private void cited(Tables whole, Set<String> conventions) {
        boolean clauses = sound.containsKey(ClauseSheets.CLAUSES.id());
        if (clauses || !files.contains(ClauseSheets.CLAUSES.workbook() + ".xlsx")) {
            References.clauses(whole, conventions, places).stream()
                    .filter(problem -> clauses || sound.containsKey(sheet(problem)))
                    .forEach(problems::add);
        }
    }

    /**
     * Looks at tables that were read before.
     *
     * @param helpers     sheets beside them
     * @param conventions ids of the clauses that stand in no workbook
     */
    public static WorkbookCheck of(Tables tables, List<Table> helpers, Set<String> conventions) {
        WorkbookCheck check =
                new WorkbookCheck(tables.all().stream().map(Table::sheet).toList());
        check.sound.putAll(tables.byId());
        helpers.stream()
                .filter(table -> table.sheet().name().equals(AcceptedSheet.NAME))
                .forEach(check.accepted::add);
        check.sheets.stream()
                .map(sheet -> sheet.workbook() + ".xlsx")
                .distinct()
                .forEach(check.files::add);
        check.problems.addAll(References.problems(tables));
        check.problems.addAll(References.clauses(tables, conventions, check.places));
        return check;
    }

    private static String sheet(TableProblem problem) {
        return problem.place().substring(0, problem.place().lastIndexOf('!'));
    }

    private void folder(Path folder) throws IOException {
        List<Path> inside = Workbooks.workbooks(folder);
        for (Path file : inside) {
            look(file);
        }
        if (inside.isEmpty()) {
            problems.add(new TableProblem(
                    folder.toString(),
                    Reason.of("tables.folder_empty"),
                    Reason.of("tables.folder_empty.allowed", sheets.get(0).workbook() + ".xlsx")));
            unreadable = true;
        }
    }

    private void look(Path file) throws IOException {
        String fileName = file.getFileName().toString();
        String name = Workbooks.nameOf(fileName);
        files.add(fileName);
        List<Sheet> own =
                sheets.stream().filter(sheet -> sheet.workbook().equals(name)).toList();
        if (own.isEmpty()) {
            problems.add(Workbooks.unknown(fileName, name, sheets));
            unreadable = true;
            return;
        }
        List<TableProblem> here = new ArrayList<>();
        try (XSSFWorkbook book = WorkbookFile.open(fileName, Workbooks.bytes(file))) {
            WorkbookReader reader = new WorkbookReader(name, here, places);
            List<Table> tables = new ArrayList<>(reader.read(book, own));
            Helpers.sheets(name, sheets).stream()
                    .filter(sheet -> book.getSheet(sheet.name()) != null)
                    .forEach(sheet -> tables.add(reader.table(sheet, book.getSheet(sheet.name()))));
            remarks.addAll(reader.remarks());
            tables.stream()
                    .filter(table -> here.stream()
                            .noneMatch(problem ->
                                    problem.place().startsWith(table.sheet().id() + "!")))
                    .forEach(table -> {
                        if (table.sheet().name().equals(AcceptedSheet.NAME)) {
                            accepted.add(table);
                        } else if (!Helpers.is(table.sheet())) {
                            sound.put(table.sheet().id(), table);
                        }
                    });
        } catch (WorkbookErrors refused) {
            here.addAll(refused.problems());
            unreadable = true;
        } catch (IOException | RuntimeException e) {
            here.add(WorkbookFile.damaged(fileName, e));
            unreadable = true;
        }
        // a formula beside the tables is found twice
        here.stream().distinct().forEach(problems::add);
    }

    /** The tables looked at in which no cell is wrong. */
    public Tables tables() {
        return new Tables(sheets.stream()
                .map(sheet -> sound.get(sheet.id()))
                .filter(table -> table != null)
                .toList());
    }

    /** {@code workbook!sheet} of those looked at in which no cell is wrong. */
    public Set<String> sound() {
        return sound.keySet();
    }

    /** What is accepted, by workbook. */
    public List<Table> accepted() {
        return accepted;
    }

    public List<TableProblem> problems() {
        return problems;
    }

    /** What workbooks show otherwise than they are read. */
    public List<Remark> remarks() {
        return remarks;
    }

    /** Names of the files looked at. */
    public List<String> files() {
        return files;
    }

    /** Whether some file could not be read at all. */
    public boolean unreadable() {
        return unreadable;
    }

    /** The place of a cell of a row, as problems name it. */
    public String cell(String sheet, int row, String column) {
        return places.of(sheet, row, column);
    }
}
