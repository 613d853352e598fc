package org.prorata.subject.late;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.prorata.decision.CannotDecide;
import org.prorata.decision.Reading;
import org.prorata.decision.TableRow;
import org.prorata.decision.policy.Row;
import org.prorata.decision.policy.TableId;
import org.prorata.decision.policy.choice.DisputeEffect;
import org.prorata.decision.policy.choice.InterestBasis;

/**
 * Which rate a late payer owes, as a row says.
 *
 * @param series        published series that the rate rests on, or null
 * @param points        percentage points on top, or per cent a year with {@link InterestBasis#FIXED}
 * @param fixedAtStart  whether the rate with which interest starts holds to the end, null where no series is read
 * @param counting      days of a year, what a payment extinguishes first, and what a dispute does
 * @param since         first day on which the row holds, or null: always
 */
public record InterestRule(
        InterestBasis basis,
        String series,
        BigDecimal multiple,
        BigDecimal points,
        Boolean fixedAtStart,
        Counting counting,
        LocalDate since,
        TableRow row) {

    /** How days and payments are counted. */
    record Counting(boolean actualYear, Allocation allocation, DisputeEffect dispute) {

        static Counting of(Row row) {
            Allocation allocation = row.choice("allocation", Allocation.class);
            DisputeEffect dispute = row.choice("dispute", DisputeEffect.class);
            return new Counting(
                    "actual".equals(row.text("day_base")),
                    allocation == null ? Allocation.PRINCIPAL : allocation,
                    dispute == null ? DisputeEffect.NONE : dispute);
        }
    }

    /** What a payment extinguishes first. */
    public enum Allocation {
        PRINCIPAL,
        INTEREST_FIRST
    }

    static final TableId TABLE = TableId.of("late-payment", "interest", "terms", "professional", "public_buyer");

    private static final int LEAST_DIGITS = 2;

    static InterestRule of(Row row) {
        InterestRule rule = new InterestRule(
                row.choice("basis", InterestBasis.class),
                row.text("series"),
                row.decimal("multiple"),
                row.decimal("points"),
                (Boolean) row.values().get("fixed_at_start"),
                Counting.of(row),
                row.date("valid_from"),
                row.ref());
        rule.complete();
        return rule;
    }

    private void complete() {
        need("multiple", basis == InterestBasis.MULTIPLE, multiple);
        need("points", basis == InterestBasis.PLUS_POINTS || basis == InterestBasis.FIXED, points);
        need(
                "series",
                basis == InterestBasis.MULTIPLE
                        || basis == InterestBasis.PLUS_POINTS
                        || basis == InterestBasis.PUBLISHED,
                series);
        need("fixed_at_start", series != null, fixedAtStart);
    }

    private void need(String column, boolean needed, Object value) {
        if (needed && value == null) {
            throw new CannotDecide(
                    "table-row-incomplete",
                    row.citation() + ": the column " + column
                            + " is empty, but the row's other columns need it (basis = "
                            + basis.name().toLowerCase(java.util.Locale.ROOT) + ")");
        }
    }

    boolean actualYear() {
        return counting.actualYear();
    }

    Allocation allocation() {
        return counting.allocation();
    }

    /** What a dispute does to interest. */
    DisputeEffect dispute() {
        return counting.dispute();
    }

    /** Whether the row holds on a day. */
    boolean heldOn(LocalDate day) {
        return since == null || !day.isBefore(since);
    }

    /** Whether the rate with which interest starts holds to the end. */
    boolean held() {
        return Boolean.TRUE.equals(fixedAtStart);
    }

    /** Whether the rate follows the half-year, not the day on which a published value changes. */
    boolean byHalfYear() {
        return basis != InterestBasis.PUBLISHED;
    }

    /** Per cent a year from the published value, which a fixed rate does without. */
    BigDecimal rate(BigDecimal published) {
        return switch (basis) {
            case MULTIPLE -> shown(multiple.multiply(published));
            case PLUS_POINTS -> shown(published.add(points));
            case PUBLISHED -> shown(published);
            case FIXED -> shown(points);
            case NONE -> throw new IllegalStateException(row.citation() + " knows no rate");
        };
    }

    /** Whether the contract states the rate, not the law. */
    boolean agreed() {
        return row.reading() == Reading.CONTRACT;
    }

    /** Whether the rate can lie below a floor at all: a sufficient multiple of the floor's own series never does. */
    boolean mayFallBelow(FloorRule floor) {
        return basis != InterestBasis.MULTIPLE
                || held()
                || !series.equals(floor.series())
                || multiple.compareTo(floor.multiple()) < 0;
    }

    static BigDecimal shown(BigDecimal rate) {
        if (rate.scale() == LEAST_DIGITS) {
            return rate;
        }
        BigDecimal bare = rate.stripTrailingZeros();
        return bare.scale() < LEAST_DIGITS ? bare.setScale(LEAST_DIGITS) : bare;
    }
}
