package org.prorata.book.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.prorata.book.schema.AcceptedSheet;
import org.prorata.book.schema.CanonicalTables;
import org.prorata.book.schema.Sheet;
import org.prorata.book.schema.Shipped;
import org.prorata.book.schema.Table;
import org.prorata.book.schema.TableProblem;
import org.prorata.book.schema.Tables;
import org.prorata.book.schema.WorkbookErrors;

/** The sheets that people fill in beside the tables of a workbook: tests, and findings that are left as they are. */
public final class Helpers {

    private static final String RESOURCE = "/prorata/book/helpers.txt";

    private Helpers() {}

    /** None for a workbook in which nothing decides: there is nothing to ask and nothing to accept. */
    static List<Sheet> sheets(String workbook, List<Sheet> sheets) {
        boolean decides = sheets.stream().anyMatch(sheet -> sheet.workbook().equals(workbook) && sheet.decides());
        return !decides ? List.of() : List.of(TestSheet.of(workbook, sheets), AcceptedSheet.of(workbook, sheets));
    }

    static boolean is(Sheet sheet) {
        return sheet.name().equals(TestSheet.NAME) || sheet.name().equals(AcceptedSheet.NAME);
    }

    /**
     * Those of a workbook, empty where it has none.
     *
     * @throws WorkbookErrors with everything that is wrong in them
     */
    static List<Table> read(String fileName, byte[] content, List<Sheet> sheets) {
        String workbook = Workbooks.nameOf(fileName);
        List<TableProblem> problems = new ArrayList<>();
        List<Table> tables = new ArrayList<>();
        try (XSSFWorkbook book = WorkbookFile.open(fileName, content)) {
            for (Sheet sheet : sheets(workbook, sheets)) {
                Table table = book.getSheet(sheet.name()) == null
                        ? new Table(sheet, List.of())
                        : new WorkbookReader(workbook, problems).table(sheet, book.getSheet(sheet.name()));
                tables.add(sheet.name().equals(TestSheet.NAME) ? TestSheet.asked(table) : table);
            }
        } catch (IOException e) {
            throw new WorkbookErrors(List.of(WorkbookFile.damaged(fileName, e)));
        }
        WorkbookErrors.throwIfAny(problems);
        return tables;
    }

    /** Those of the workbooks that the program brings along. */
    public static List<Table> shipped() {
        try (InputStream in = Helpers.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks " + RESOURCE + ": build it again");
            }
            return read(new String(in.readAllBytes(), StandardCharsets.UTF_8), workbooks());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those of the workbooks of a folder as the text that {@link #shipped()} reads. */
    public static String written(Path folder) throws IOException {
        List<Table> tables = new ArrayList<>();
        for (String workbook : workbooks()) {
            String file = workbook + ".xlsx";
            tables.addAll(read(file, Files.readAllBytes(folder.resolve(file)), Shipped.sheets()));
        }
        return text(tables);
    }

    /** As a text that depends on their values alone. */
    public static String text(List<Table> helpers) {
        return CanonicalTables.write(new Tables(helpers));
    }

    /** Those of a workbook of such a text. */
    public static List<Table> read(String workbook, String text) {
        return CanonicalTables.readOlder(text, sheets(workbook, Shipped.sheets()))
                .all();
    }

    private static List<Table> read(String text, List<String> workbooks) {
        return CanonicalTables.read(
                        text,
                        workbooks.stream()
                                .flatMap(workbook -> sheets(workbook, Shipped.sheets()).stream())
                                .toList())
                .all();
    }

    private static List<String> workbooks() {
        return Shipped.sheets().stream().map(Sheet::workbook).distinct().toList();
    }
}
