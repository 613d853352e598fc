package org.prorata.subject.late;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import org.prorata.contract.Invoice;
import org.prorata.decision.Decision.Segment;
import org.prorata.values.HalfYear;

/**
 * Interest on one debt from the day after its due day to the day of the computation (C-INTEREST), summed unrounded and
 * divided and rounded half up once.
 */
final class Interest {

    private static final int YEAR = 365;
    private static final int LEAP_YEAR = 366;
    private static final BigDecimal PER_CENT_OF_YEAR = BigDecimal.valueOf(100L * YEAR);
    private static final BigDecimal PER_CENT_OF_LEAP_YEAR = BigDecimal.valueOf(100L * LEAP_YEAR);
    private static final BigDecimal PER_CENT_OF_BOTH = BigDecimal.valueOf(100L * YEAR * LEAP_YEAR);

    private final Debt debt;
    private final InterestRule rule;
    private final Rates rates;
    private final int digits;
    private final List<Segment> segments = new ArrayList<>(4);
    private BigDecimal base;
    private int paymentsMade;
    private int days;
    private BigDecimal product = BigDecimal.ZERO;
    private BigDecimal leapProduct = BigDecimal.ZERO;
    private BigDecimal paidInterest = BigDecimal.ZERO;
    /** The sum of the days so far, null when it is to be worked out. */
    private BigDecimal amount;

    private Interest(Debt debt, InterestRule rule, Rates rates, int digits) {
        this.debt = debt;
        this.rule = rule;
        this.rates = rates;
        this.digits = digits;
        this.base = debt.invoice().amount();
    }

    /** @throws org.prorata.decision.CannotDecide when a rate that is needed is missing */
    static Interest of(Debt debt, InterestRule rule, Rates rates, int digits) {
        Interest interest = new Interest(debt, rule, rates, digits);
        interest.pay(debt.due());
        LocalDate day = debt.due().plusDays(1);
        while (interest.base.signum() > 0 && !day.isAfter(debt.lastBearing())) {
            day = interest.stretch(day).plusDays(1);
        }
        interest.pay(debt.on());
        return interest;
    }

    /** The longest stretch of days from {@code day} on with one base and one rate, or none at all; gives its last day. */
    private LocalDate stretch(LocalDate day) {
        LocalDate last = debt.lastBearing();
        if (paymentsMade < debt.payments().size()) {
            last = earlier(last, debt.payments().get(paymentsMade).on());
        }
        Invoice.Dispute dispute = debt.dispute();
        if (dispute != null && dispute.covers(day)) {
            last = dispute.to() == null ? last : earlier(last, dispute.to());
        } else {
            if (dispute != null && day.isBefore(dispute.from())) {
                last = earlier(last, dispute.from().minusDays(1));
            }
            rates.find(day, earlier(last, HalfYear.of(day).last()));
            last = rates.until();
            bear(day, last);
        }
        pay(last);
        return last;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return other.isBefore(one) ? other : one;
    }

    private void bear(LocalDate from, LocalDate to) {
        int count = (int) (to.toEpochDay() - from.toEpochDay()) + 1;
        BigDecimal part = base.multiply(rates.pct()).multiply(BigDecimal.valueOf(count));
        if (yearDays(from) == YEAR) {
            product = product.signum() == 0 ? part : product.add(part);
        } else {
            leapProduct = leapProduct.add(part);
        }
        days += count;
        amount = null;
        segments.add(new Segment(from, to, count, rates.pct(), base));
    }

    /** The days by which a year's interest is divided on a day. */
    int yearDays(LocalDate day) {
        return rule.actualYear() && Year.isLeap(day.getYear()) ? LEAP_YEAR : YEAR;
    }

    /**
     * Takes the payments made up to a day. What goes to interest first is money, hence in whole units of the currency: the
     * interest run up to the day, rounded.
     */
    private void pay(LocalDate upTo) {
        List<Invoice.Payment> payments = debt.payments();
        while (paymentsMade < payments.size()
                && !payments.get(paymentsMade).on().isAfter(upTo)) {
            BigDecimal sum = payments.get(paymentsMade++).amount();
            if (rule.allocation() == InterestRule.Allocation.INTEREST_FIRST && days > 0) {
                BigDecimal toInterest = amount().subtract(paidInterest).min(sum);
                paidInterest = paidInterest.add(toInterest);
                sum = sum.subtract(toInterest);
            }
            base = base.subtract(sum);
        }
    }

    /** The interest of all days, rounded once. */
    BigDecimal amount() {
        if (amount == null) {
            amount = rounded();
        }
        return amount;
    }

    private BigDecimal rounded() {
        return leapProduct.signum() == 0
                ? product.divide(PER_CENT_OF_YEAR, digits, RoundingMode.HALF_UP)
                : product.multiply(BigDecimal.valueOf(LEAP_YEAR))
                        .add(leapProduct.multiply(BigDecimal.valueOf(YEAR)))
                        .divide(PER_CENT_OF_BOTH, digits, RoundingMode.HALF_UP);
    }

    /** The same before it is rounded, to more places than a day's interest on a cent needs. */
    BigDecimal unrounded() {
        return product.divide(PER_CENT_OF_YEAR, MathContext.DECIMAL128)
                .add(leapProduct.divide(PER_CENT_OF_LEAP_YEAR, MathContext.DECIMAL128));
    }

    /** Days that bear interest. */
    int days() {
        return days;
    }

    List<Segment> segments() {
        return segments;
    }

    /** What of the invoice's own sum is not paid at the end of the day of the computation, zero or more. */
    BigDecimal principalLeft() {
        return base.max(BigDecimal.ZERO);
    }

    /** What payments have paid of the interest. */
    BigDecimal paidInterest() {
        return paidInterest;
    }

    Rates rates() {
        return rates;
    }
}
