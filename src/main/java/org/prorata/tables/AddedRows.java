package org.prorata.tables;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.prorata.policy.Row;

/** Tables with rows added from a folder of text twins, checked together as if they stood in one workbook. */
public final class AddedRows {

    private AddedRows() {
    }

    /** @throws WorkbookErrors when a row is wrong, by itself or beside the rows that were there */
    public static Tables to(Tables tables, Path folder) {
        List<String> workbooks = tables.all().stream().map(table -> table.sheet().workbook()).distinct().toList();
        return new Tables(workbooks.stream().flatMap(workbook -> workbook(tables, workbook, folder.resolve(workbook + ".yaml"))
                .all().stream()).toList());
    }

    private static Tables workbook(Tables tables, String workbook, Path twin) {
        List<Table> own = tables.all().stream().filter(table -> table.sheet().workbook().equals(workbook)).toList();
        if (!Files.exists(twin)) {
            return new Tables(own);
        }
        Tables more;
        try {
            more = Twin.read(workbook, Files.readString(twin), Shipped.sheets());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<Table> all = own.stream().map(table -> {
            List<Row> rows = new ArrayList<>(table.rows());
            rows.addAll(more.table(table.sheet().id()).rows());
            if (table.sheet().series()) {
                rows.sort(Comparator.comparing(row -> Span.of(table.sheet(), row.values()).first()));
            }
            return new Table(table.sheet(), rows);
        }).toList();
        return Twin.read(workbook, Twin.write(new Tables(all), workbook), Shipped.sheets());
    }
}
