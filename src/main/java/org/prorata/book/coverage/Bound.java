package org.prorata.book.coverage;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.prorata.book.schema.SeveralAnswers;
import org.prorata.book.schema.Sheet;
import org.prorata.decision.Reason;
import org.prorata.decision.policy.Row;

/**
 * A column up to which, or from which on, each row of some bands applies; of several the nearest holds.
 *
 * @param upTo whether rows apply below their bound, not over it
 */
record Bound(String column, boolean upTo) {

    /** Null for a sheet without bands. */
    static Bound of(Sheet sheet) {
        SeveralAnswers together = SeveralAnswers.of(sheet);
        return together == null || together.bound() == null ? null : new Bound(together.bound(), together.below());
    }

    /** Which row decides where one of a bound is missing for some days; null when that is no question. */
    Reason instead(Region region, List<Row> rows) {
        if (!(region.parts().get(column) instanceof Region.Values values)
                || values.values().size() != 1
                || !(region.parts().get(Region.DAYS) instanceof Region.DayStretch days)) {
            return null;
        }
        BigDecimal missing = new BigDecimal(values.values().get(0));
        List<Row> there = rows.stream()
                .filter(row -> region.parts()
                        .get(RowSelection.TERMS)
                        .holds(new Region.Values(List.of(QueriedColumns.text(row, RowSelection.TERMS)))))
                .filter(row -> holds(row, days.from()))
                .toList();
        Row next = next(there, missing, upTo);
        Row end = next(there, missing, !upTo);
        Reason stretch = stretch(missing.toPlainString(), end);
        return next == null
                ? Reason.of("tables.cover.nothing_then", stretch)
                : Reason.of(
                        "tables.cover.decides_then",
                        stretch,
                        String.valueOf(next.ref().row()));
    }

    private Reason stretch(String missing, Row end) {
        if (end == null) {
            return Reason.of(upTo ? "tables.cover.below" : "tables.cover.over", missing);
        }
        return upTo
                ? Reason.of("tables.cover.from_to", number(end), missing)
                : Reason.of("tables.cover.over_up_to", missing, number(end));
    }

    private Row next(List<Row> rows, BigDecimal than, boolean up) {
        Comparator<Row> order = Comparator.comparing(row -> row.decimal(column));
        return up
                ? rows.stream()
                        .filter(row -> row.decimal(column).compareTo(than) > 0)
                        .min(order)
                        .orElse(null)
                : rows.stream()
                        .filter(row -> row.decimal(column).compareTo(than) < 0)
                        .max(order)
                        .orElse(null);
    }

    private String number(Row row) {
        return row.decimal(column).toPlainString();
    }

    static boolean holds(Row row, LocalDate day) {
        return (row.date("valid_from") == null || !row.date("valid_from").isAfter(day))
                && (row.date("valid_to") == null || !row.date("valid_to").isBefore(day));
    }
}
