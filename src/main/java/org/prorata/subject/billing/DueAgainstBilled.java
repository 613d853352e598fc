package org.prorata.subject.billing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.prorata.contract.Billed;
import org.prorata.contract.ChargeReason;
import org.prorata.values.Days;
import org.prorata.values.Period;

/** What is due and what was billed for one slot of one item. */
final class DueAgainstBilled {

    final String item;
    final ChargeReason family;
    final DueLine charge;
    final List<DueLine> unused = new ArrayList<>(1);
    final List<Billed> billed = new ArrayList<>(1);

    DueAgainstBilled(String item, ChargeReason family, DueLine charge) {
        this.item = item;
        this.family = family;
        this.charge = charge;
    }

    BigDecimal due() {
        BigDecimal sum = charge == null ? BigDecimal.ZERO : charge.signed();
        for (DueLine credit : unused) {
            sum = sum.add(credit.signed());
        }
        return sum;
    }

    /** What is still to charge, or below zero to give back. */
    BigDecimal open() {
        BigDecimal open = due();
        boolean withdrawn = false;
        for (Billed row : billed) {
            withdrawn |= row.withdrawn() != null;
            open = row.reason().credit() ? open.add(row.amount()) : open.subtract(row.amount());
        }
        return withdrawn ? openBeside() : open;
    }

    /** A charge withdrawn stands for the first of what is due, a credit withdrawn for the first of what is to be given back. */
    private BigDecimal openBeside() {
        BigDecimal charges = BigDecimal.ZERO;
        BigDecimal credits = BigDecimal.ZERO;
        BigDecimal open = due();
        for (Billed row : billed) {
            if (row.withdrawn() == null) {
                open = row.reason().credit() ? open.add(row.amount()) : open.subtract(row.amount());
            } else if (row.reason().credit()) {
                credits = credits.add(row.amount());
            } else {
                charges = charges.add(row.amount());
            }
        }
        open = open.subtract(charges.min(due().max(BigDecimal.ZERO)));
        return open.signum() < 0 ? open.add(credits).min(BigDecimal.ZERO) : open;
    }

    Days dueDays() {
        Days days = charge == null ? Days.NONE : Days.of(charge.slot().covered());
        for (DueLine credit : unused) {
            days = days.without(credit.slot().covered());
        }
        return days;
    }

    Days billedDays() {
        Days days = Days.NONE;
        for (Billed row : billed) {
            Period period = new Period(row.from(), row.to());
            days = row.reason().credit() ? days.without(period) : days.with(period);
        }
        return days;
    }

    /** Credits for which no charge is known: they stand by themselves. */
    boolean unexplained() {
        return charge == null
                && !family.apart()
                && billed.stream().allMatch(row -> row.reason().credit());
    }

    /**
     * How well a billed charge fits: 0 not at all; the first day of the line due counts most, then its reason. A row
     * billed after the window makes up for a line due before only if it has its reason.
     */
    int fitOfCharge(Billed row, boolean later) {
        if (charge == null) {
            return 0;
        }
        Period due = charge.slot().covered();
        int reason = charge.reason() == row.reason() ? 1 : 0;
        if (due.from().equals(row.from())) {
            return 8 + (due.to().equals(row.to()) ? 2 : 0) + reason;
        }
        return holds(row.from()) && (!later || reason > 0)
                ? 2 + (charge.slot().nominal().contains(row.to()) ? 2 : 0) + reason
                : 0;
    }

    /**
     * How well a billed credit fits: so much was charged, it settles the account, or it names the days of an unused part, of the line
     * due, or of what was billed.
     */
    int fitOfCredit(Billed row) {
        int fit = fitOfDays(row);
        if (fit == 0) {
            return 0;
        }
        return fit
                + (open().add(row.amount()).signum() == 0 ? 10 : 0)
                + (charged().compareTo(row.amount()) < 0 ? 0 : 20);
    }

    /** What was charged and is not given back. */
    private BigDecimal charged() {
        BigDecimal sum = BigDecimal.ZERO;
        for (Billed row : billed) {
            sum = row.reason().credit() ? sum.subtract(row.amount()) : sum.add(row.amount());
        }
        return sum;
    }

    boolean creditsUnused(Billed row) {
        Period period = new Period(row.from(), row.to());
        return row.reason() == ChargeReason.UNUSED
                && unused.stream().anyMatch(d -> d.slot().covered().equals(period));
    }

    private int fitOfDays(Billed row) {
        if (family.apart()) {
            return 0;
        }
        Period period = new Period(row.from(), row.to());
        if (creditsUnused(row)) {
            return 7;
        }
        if (charge != null && charge.slot().covered().equals(period)) {
            return 6;
        }
        if (billed.stream().anyMatch(b -> endsWith(b, row) && b.from().equals(row.from()))) {
            return 5;
        }
        // days that were charged go back to where they were, whatever else ends with them
        boolean last = billed.stream().anyMatch(b -> endsWith(b, row));
        if (chargedOn(row.from())) {
            return last ? 4 : 3;
        }
        return last ? 2 : holds(row.from()) ? 1 : 0;
    }

    /** Where a plan changed, what is not used is of the plan before, not of the one that begins on its days. */
    private static boolean endsWith(Billed charge, Billed credit) {
        return !charge.reason().credit()
                && charge.to().equals(credit.to())
                && (charge.reason() != ChargeReason.UPGRADE || credit.reason() != ChargeReason.UNUSED);
    }

    /** Nothing is due by the end of the window, and what was billed was billed for later. */
    boolean liesAhead(LocalDate last) {
        return charge == null && billed.stream().allMatch(row -> row.on().isAfter(last));
    }

    /** The days of the line due, or else of the first one billed. */
    Period period() {
        return charge == null
                ? new Period(billed.get(0).from(), billed.get(0).to())
                : charge.slot().covered();
    }

    boolean holds(LocalDate day) {
        return charge != null && charge.slot().nominal().contains(day) || chargedOn(day);
    }

    boolean chargedOn(LocalDate day) {
        return billed.stream().anyMatch(b -> !b.reason().credit() && !day.isBefore(b.from()) && !day.isAfter(b.to()));
    }
}
