package org.prorata.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.prorata.decision.CannotDecide;
import org.prorata.policy.Row;
import org.prorata.policy.Series;
import org.prorata.tables.Column;
import org.prorata.tables.Table;

/** A published series, indexed by day. */
final class IndexedSeries implements Series {

    private final String name;
    private final long[] from;
    private final long[] to;
    private final Value[] values;

    IndexedSeries(Table table) {
        name = table.sheet().id();
        List<Row> rows = table.rows().stream().sorted(Comparator.comparing(row -> row.date("from"))).toList();
        String column = table.sheet().columns().stream().filter(c -> c.role() == Column.Role.VALUE).findFirst()
                .orElseThrow().name();
        from = new long[rows.size()];
        to = new long[rows.size()];
        values = new Value[rows.size()];
        for (int i = 0; i < values.length; i++) {
            Row row = rows.get(i);
            from[i] = row.date("from").toEpochDay();
            long next = i + 1 < values.length ? rows.get(i + 1).date("from").toEpochDay() - 1 : Long.MAX_VALUE;
            to[i] = row.date("to") == null ? next : row.date("to").toEpochDay();
            values[i] = new Value((BigDecimal) row.values().get(column), row.ref(), row.text("base"));
        }
    }

    @Override
    public Value on(LocalDate day) {
        long wanted = day.toEpochDay();
        int place = Arrays.binarySearch(from, wanted);
        int i = place >= 0 ? place : -place - 2;
        if (i < 0 || wanted > to[i]) {
            throw new CannotDecide("missing-rate", "no row of " + name + " covers " + day
                    + ": the published value is missing and is never guessed");
        }
        return values[i];
    }
}
