package org.prorata.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.prorata.book.engine.BookSource;
import org.prorata.book.engine.RuleBook;
import org.prorata.book.schema.Table;
import org.prorata.book.schema.Tables;
import org.prorata.decision.TableRow;
import org.prorata.decision.policy.Row;

/** A rule book in which one policy table has grown to the size of a large portfolio of terms. */
final class LargeTable {

    static final String SHEET = "late-payment!interest";

    private static final int ROWS = 500;

    private LargeTable() {}

    /** The book with rows of terms that no dossier names, compiled at run time as an edited table is. */
    static RuleBook in(RuleBook book) {
        BookSource source = book.source();
        Tables tables = new Tables(source.tables().all().stream()
                .map(table -> table.sheet().id().equals(SHEET) ? grown(table) : table)
                .toList());
        return RuleBook.compile(new BookSource(source.rules(), tables, source.calculation()));
    }

    private static Table grown(Table table) {
        List<Row> rows = new ArrayList<>(table.rows());
        int last = rows.stream().mapToInt(row -> row.ref().row()).max().orElse(0);
        List<Row> models = table.rows();
        IntStream.range(rows.size(), ROWS).forEach(i -> rows.add(other(models.get(i % models.size()), i, last + i)));
        return new Table(table.sheet(), rows);
    }

    private static Row other(Row model, int number, int place) {
        Map<String, Object> values = new LinkedHashMap<>(model.values());
        values.put("name", "bench-" + number);
        values.put("terms", "bench-" + number);
        TableRow ref = model.ref();
        return new Row(
                new TableRow(ref.workbook(), ref.sheet(), place, ref.clauses(), ref.reading(), ref.status()), values);
    }
}
