package org.prorata.book.workbook;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ooxml.POIXMLProperties.CoreProperties;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.prorata.book.changes.TablesDiff;
import org.prorata.book.schema.Tables;
import org.prorata.book.schema.WorkbookErrors;

/** The rule book from which a workbook was written, which stands among the keywords of the file, and what it would undo. */
public final class Origin {

    private static final Pattern TOLD = Pattern.compile("rule book ([0-9a-f]{16})");

    private Origin() {}

    static void tell(CoreProperties properties, String book) {
        properties.setKeywords("rule book " + book);
    }

    /** The version of the book; empty where the workbook does not say it. */
    public static Optional<String> of(String fileName, byte[] content) {
        try (XSSFWorkbook book = WorkbookFile.open(fileName, content)) {
            String keywords = book.getProperties().getCoreProperties().getKeywords();
            Matcher told = TOLD.matcher(keywords == null ? "" : keywords);
            return told.find() ? Optional.of(told.group(1)) : Optional.empty();
        } catch (IOException e) {
            throw new WorkbookErrors(List.of(WorkbookFile.damaged(fileName, e)));
        }
    }

    /**
     * What differs in edited tables only because others changed it since: cells that nobody edited.
     *
     * @param was the tables from which the edited ones were written
     * @param now the tables in whose place they are to come
     */
    public static List<TablesDiff.RowDifference> undone(Tables was, Tables now, Tables edited) {
        Set<List<String>> own = new HashSet<>();
        TablesDiff.between(was, edited)
                .forEach(difference -> difference.cells().forEach(cell -> own.add(place(difference, cell))));
        List<TablesDiff.RowDifference> undone = new ArrayList<>();
        for (TablesDiff.RowDifference each : TablesDiff.between(now, edited)) {
            List<TablesDiff.Cell> cells = each.cells().stream()
                    .filter(cell -> !own.contains(place(each, cell)))
                    .toList();
            if (!cells.isEmpty()) {
                undone.add(new TablesDiff.RowDifference(each.sheet(), each.key(), each.a(), each.b(), cells));
            }
        }
        return undone;
    }

    private static List<String> place(TablesDiff.RowDifference difference, TablesDiff.Cell cell) {
        return List.of(difference.sheet(), difference.key(), cell.column());
    }
}
