package org.prorata.subject.late;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.prorata.decision.Reason;
import org.prorata.decision.TableRow;
import org.prorata.decision.policy.Policies;
import org.prorata.decision.policy.Series;
import org.prorata.values.HalfYear;

/** The rates of one invoice's late days in the order of the days, and the rows that they were read from. */
final class Rates {

    private static final String PUBLISHED = "published";

    private final InterestRule rule;
    private final Series series;
    private final FloorRule floor;
    private final Series floorSeries;
    private final List<TableRow> rows = new ArrayList<>(4);
    private List<Reason> weak = List.of();
    private BigDecimal held;
    private int start = Integer.MIN_VALUE;
    private BigDecimal pct;
    private LocalDate until;

    /** @param floor the law's floor, null when it is not looked at */
    Rates(InterestRule rule, Policies policies, FloorRule floor) {
        this.rule = rule;
        this.series = rule.series() == null ? null : policies.series(rule.series());
        this.floor = floor;
        this.floorSeries = floor == null ? null : policies.series(floor.series());
    }

    /**
     * Finds the rate of a day; it holds up to {@link #until()}, at most {@code last}, which lies in the same half-year.
     *
     * @throws org.prorata.decision.CannotDecide when a day has no published value
     */
    void find(LocalDate day, LocalDate last) {
        int half = HalfYear.number(day);
        until = last;
        if (held == null || !rule.held()) {
            if (series == null) {
                held = rule.rate(null);
            } else if (rule.byHalfYear()) {
                if (half != start) {
                    held = rule.rate(read(series, HalfYear.of(day).first()).value());
                }
            } else {
                Series.Value value = read(series, day);
                held = rule.rate(value.value());
                until = rule.held() ? last : lastOf(value, day, last);
            }
        }
        start = half;
        pct = held;
        if (floor != null) {
            BigDecimal least =
                    floor.rate(read(floorSeries, HalfYear.of(day).first()).value());
            if (least.compareTo(pct) > 0) {
                pct = least;
            }
        }
    }

    private Series.Value read(Series from, LocalDate day) {
        Series.Value value = from.on(day);
        TableRow row = value.row();
        for (int i = rows.size() - 1; i >= 0; i--) {
            if (rows.get(i) == row) {
                return value;
            }
        }
        rows.add(row);
        if (row.status() != null && !row.status().equals(PUBLISHED)) {
            weak = weak.isEmpty() ? new ArrayList<>(1) : weak;
            weak.add(Reason.of("late.weak_rate." + row.status(), value.value(), row.citation()));
        }
        return value;
    }

    /** The last day up to {@code last} of the row that {@code value} stands in. A row covers days without a gap. */
    private LocalDate lastOf(Series.Value value, LocalDate day, LocalDate last) {
        if (series.on(last).row().equals(value.row())) {
            return last;
        }
        long in = day.toEpochDay();
        long out = last.toEpochDay();
        while (out - in > 1) {
            long middle = (in + out) >>> 1;
            if (series.on(LocalDate.ofEpochDay(middle)).row().equals(value.row())) {
                in = middle;
            } else {
                out = middle;
            }
        }
        return LocalDate.ofEpochDay(in);
    }

    /** Per cent a year. */
    BigDecimal pct() {
        return pct;
    }

    LocalDate until() {
        return until;
    }

    FloorRule floor() {
        return floor;
    }

    List<TableRow> rows() {
        return rows;
    }

    /** A sentence for each value whose source is not the official publication. */
    List<Reason> weak() {
        return weak;
    }
}
