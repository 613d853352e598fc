package org.prorata.histories;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What a late payer owes on one invoice, day by day. */
final class Debts {

    private static final RateRows RATES = new RateRows();
    private static final BigDecimal YEAR_PCT = BigDecimal.valueOf(36_500);

    private final String terms;
    private final LocalDate due;
    private final BigDecimal gross;
    private final LocalDate disputedFrom;
    private final LocalDate disputedTo;
    private final LocalDate judgment;
    private final List<Change> paid = new ArrayList<>();
    private final List<Change> credited = new ArrayList<>();

    Debts(String terms, LocalDate due, BigDecimal gross, LocalDate disputedFrom, LocalDate disputedTo, LocalDate judgment) {
        this.judgment = judgment;
        this.terms = terms;
        this.due = due;
        this.gross = gross;
        this.disputedFrom = disputedFrom;
        this.disputedTo = disputedTo;
    }

    private record Change(LocalDate on, BigDecimal amount) {
    }

    void pay(LocalDate on, BigDecimal amount) {
        paid.add(new Change(on, amount));
    }

    void credit(LocalDate on, BigDecimal amount) {
        credited.add(new Change(on, amount));
    }

    /** What is open at the end of all that is known. */
    BigDecimal open() {
        return gross.subtract(sum(paid)).subtract(sum(credited)).max(BigDecimal.ZERO);
    }

    private static BigDecimal sum(List<Change> changes) {
        return changes.stream().map(Change::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** On which interest runs on a day: that of a payment still bears it on the sum paid, that of a credit no more. */
    private BigDecimal bearing(LocalDate day) {
        if (judgment != null && !day.isBefore(judgment)) {
            return BigDecimal.ZERO;
        }
        if (disputedFrom != null && !day.isBefore(disputedFrom) && (disputedTo == null || !day.isAfter(disputedTo))) {
            return BigDecimal.ZERO;
        }
        BigDecimal open = gross;
        for (Change change : paid) {
            open = change.on().isBefore(day) ? open.subtract(change.amount()) : open;
        }
        for (Change change : credited) {
            open = change.on().isAfter(day) ? open : open.subtract(change.amount());
        }
        return open.max(BigDecimal.ZERO);
    }

    /** Interest from the day after it fell due to a day, rounded once. */
    BigDecimal interest(LocalDate on) {
        BigDecimal sum = BigDecimal.ZERO;
        for (LocalDate day = due.plusDays(1); !day.isAfter(on); day = day.plusDays(1)) {
            BigDecimal bearing = bearing(day);
            if (bearing.signum() > 0) {
                sum = sum.add(bearing.multiply(RATES.on(terms, day)));
            }
        }
        return sum.divide(YEAR_PCT, 2, RoundingMode.HALF_UP);
    }

    /** Whether the fee of EUR 40 is owed by a day. */
    boolean late(LocalDate on) {
        for (LocalDate day = due.plusDays(1); !day.isAfter(on); day = day.plusDays(1)) {
            if (bearing(day).signum() > 0) {
                return true;
            }
        }
        return false;
    }
}
