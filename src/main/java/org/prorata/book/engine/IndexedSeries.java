package org.prorata.book.engine;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.prorata.book.schema.Span;
import org.prorata.book.schema.Table;
import org.prorata.decision.CannotDecide;
import org.prorata.decision.policy.Row;
import org.prorata.decision.policy.Series;

/** A published series, indexed by day. */
final class IndexedSeries implements Series {

    private final Table table;
    private final String name;
    private final long[] from;
    private final long[] to;
    private final Value[] values;

    IndexedSeries(Table table) {
        this.table = table;
        name = table.sheet().id();
        List<Row> rows = table.rows().stream()
                .sorted(Comparator.comparing(row -> span(row).first()))
                .toList();
        String figure = table.sheet().figure().name();
        from = new long[rows.size()];
        to = new long[rows.size()];
        values = new Value[rows.size()];
        for (int i = 0; i < values.length; i++) {
            Row row = rows.get(i);
            from[i] = span(row).first().toEpochDay();
            long next = i + 1 < values.length ? span(rows.get(i + 1)).first().toEpochDay() - 1 : Long.MAX_VALUE;
            to[i] = span(row).last() == null ? next : span(row).last().toEpochDay();
            values[i] = new Value(row.decimal(figure), row.ref(), row.text("base"));
        }
    }

    private Span span(Row row) {
        return Span.of(table.sheet(), row.values());
    }

    /** This very series where nothing changed. */
    IndexedSeries with(Table changed) {
        return changed.equals(table) ? this : new IndexedSeries(changed);
    }

    @Override
    public Value on(LocalDate day) {
        long wanted = day.toEpochDay();
        int place = Arrays.binarySearch(from, wanted);
        int i = place >= 0 ? place : -place - 2;
        if (i < 0 || wanted > to[i]) {
            throw new CannotDecide(
                    "missing-rate",
                    "no row of " + name + " covers " + day + table.sheet().wanted(day)
                            + ": the published value is missing and is never guessed");
        }
        if (values[i].value() == null) {
            throw new CannotDecide(
                    CONFLICT, "the sources of " + values[i].row().citation() + " do not agree, and none is chosen");
        }
        return values[i];
    }
}
