package org.prorata.book.schema;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import org.prorata.values.HalfYear;

/**
 * The days for which a row holds.
 *
 * @param first null: from ever
 * @param last  null: open, in a series until the next row begins
 */
public record RowSpan(LocalDate first, LocalDate last) {

    /** The days that the keys of a row name, in a sheet of its kind. */
    public static RowSpan of(Sheet sheet, Map<String, Object> values) {
        return switch (sheet.kind()) {
            case POLICY -> new RowSpan((LocalDate) values.get("valid_from"), (LocalDate) values.get("valid_to"));
            case TEXTS -> new RowSpan(null, null);
            case DAYS -> new RowSpan((LocalDate) values.get("from"), (LocalDate) values.get("to"));
            case HALF_YEARS -> {
                HalfYear half = new HalfYear((Integer) values.get("year"), (Integer) values.get("half") > 1);
                yield new RowSpan(half.first(), half.last());
            }
            case MONTHS -> {
                YearMonth month = YearMonth.of((Integer) values.get("year"), (Integer) values.get("month"));
                yield new RowSpan(month.atDay(1), month.atEndOfMonth());
            }
        };
    }

    /** Whether the days end before they begin. */
    boolean reversed() {
        return first != null && last != null && last.isBefore(first);
    }

    /** Whether all days of a series' row lie before those of the next row; an open row ends where the next begins. */
    public boolean before(RowSpan next) {
        return next.first.isAfter(last == null ? first : last);
    }
}
