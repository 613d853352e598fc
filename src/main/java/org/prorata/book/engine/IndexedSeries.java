package org.prorata.book.engine;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.prorata.book.schema.RowSpan;
import org.prorata.book.schema.Table;
import org.prorata.decision.CannotDecide;
import org.prorata.decision.policy.Row;
import org.prorata.decision.policy.Series;

/** A published series, indexed by day. */
final class IndexedSeries implements Series {

    private final Table table;
    private final String name;
    private final Stretches stretches;
    private final LocalDate[] to;
    private final Value[] values;

    IndexedSeries(Table table) {
        this.table = table;
        name = table.sheet().id();
        List<Row> rows = table.rows().stream()
                .sorted(Comparator.comparing(row -> span(row).first()))
                .toList();
        String figure = table.sheet().figure().name();
        stretches = new Stretches(rows.stream().map(row -> span(row).first()).toList());
        to = new LocalDate[rows.size()];
        values = new Value[rows.size()];
        for (int i = 0; i < values.length; i++) {
            Row row = rows.get(i);
            LocalDate next =
                    i + 1 < values.length ? span(rows.get(i + 1)).first().minusDays(1) : LocalDate.MAX;
            to[i] = span(row).last() == null ? next : span(row).last();
            values[i] = new Value(row.decimal(figure), row.ref(), row.text("base"));
        }
    }

    private RowSpan span(Row row) {
        return RowSpan.of(table.sheet(), row.values());
    }

    /** This very series where nothing changed. */
    IndexedSeries with(Table changed) {
        return changed.equals(table) ? this : new IndexedSeries(changed);
    }

    @Override
    public Value on(LocalDate day) {
        int i = stretches.of(day) - 1;
        if (i < 0 || day.isAfter(to[i])) {
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
