package org.prorata.book.coverage;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.prorata.book.coverage.TableFinding.Kind;
import org.prorata.book.schema.RowSpan;
import org.prorata.book.schema.Sheet;
import org.prorata.book.schema.Table;
import org.prorata.decision.Reason;
import org.prorata.decision.policy.Row;
import org.prorata.values.HalfYear;

/** Finds the days between two rows of a published series for which it has no value. */
final class SeriesCover {

    private static final int MOST = 24;

    private SeriesCover() {}

    static List<TableFinding> findings(Table table) {
        Sheet sheet = table.sheet();
        List<TableFinding> findings = new ArrayList<>();
        for (int i = 1; i < table.rows().size(); i++) {
            Row before = table.rows().get(i - 1);
            Row after = table.rows().get(i);
            RowSpan earlier = RowSpan.of(sheet, before.values());
            RowSpan later = RowSpan.of(sheet, after.values());
            if (earlier.last() != null && later.first().isAfter(earlier.last().plusDays(1))) {
                Region.DayStretch days = new Region.DayStretch(
                        earlier.last().plusDays(1), later.first().minusDays(1));
                List<Map<String, String>> rows = rows(sheet.kind(), days);
                List<Integer> numbers = List.of(before.ref().row(), after.ref().row());
                findings.add(new TableFinding(
                        Kind.GAP,
                        sheet.id(),
                        new Region(Map.of(Region.DAYS, days)),
                        numbers,
                        PolicyCover.then(Reason.of("tables.cover.no_value", Neighbours.rows(numbers)), closing(rows)),
                        rows.size() > MOST ? List.of() : rows));
            }
        }
        return findings;
    }

    private static Reason closing(List<Map<String, String>> rows) {
        String first = String.join(
                ", ",
                rows.get(0).entrySet().stream()
                        .map(cell -> cell.getKey() + " " + cell.getValue())
                        .toList());
        return rows.size() == 1
                ? Reason.of("tables.cover.closes_for", first)
                : Reason.of("tables.cover.close_for", rows.size(), first);
    }

    private static List<Map<String, String>> rows(Sheet.Kind kind, Region.DayStretch days) {
        List<Map<String, String>> rows = new ArrayList<>();
        switch (kind) {
            case MONTHS -> {
                for (YearMonth month = YearMonth.from(days.from());
                        !month.atDay(1).isAfter(days.to());
                        month = month.plusMonths(1)) {
                    rows.add(cells("year", month.getYear(), "month", month.getMonthValue()));
                }
            }
            case HALF_YEARS -> {
                for (LocalDate day = days.from();
                        !day.isAfter(days.to());
                        day = HalfYear.of(day).last().plusDays(1)) {
                    rows.add(cells(
                            "year", day.getYear(), "half", HalfYear.of(day).second() ? 2 : 1));
                }
            }
            case DAYS, POLICY -> rows.add(cells("from", days.from(), "to", days.to()));
        }
        return rows;
    }

    private static Map<String, String> cells(String one, Object first, String two, Object second) {
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put(one, first.toString());
        cells.put(two, second.toString());
        return cells;
    }
}
