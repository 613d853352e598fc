package org.prorata.subject.billing;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.prorata.contract.ChargeReason;
import org.prorata.contract.Item;
import org.prorata.decision.Reason;
import org.prorata.decision.policy.choice.AfterEndMethod;
import org.prorata.decision.policy.choice.PaidDays;
import org.prorata.subject.course.AfterEndRule;
import org.prorata.values.Amounts;
import org.prorata.values.Period;

/** A month begun after the contract's end, used on or kept running for the exit phase. */
public final class MonthAfterEndSlot extends ChargeSlot {

    private final BigDecimal price;
    private final Phase phase;
    private final LocalDate paidTo;

    /**
     * What a contract is used for after its end.
     *
     * @param last the last day of it
     */
    record Phase(ChargeReason reason, AfterEndRule rule, LocalDate last) {}

    /** @param paidTo the last day after the end that a charge covers, or null */
    MonthAfterEndSlot(Item item, BigDecimal price, Period month, Phase phase, LocalDate paidTo, int digits) {
        this(item, price, month, notPaid(month, phase.rule(), paidTo), phase, paidTo, digits);
    }

    private MonthAfterEndSlot(
            Item item, BigDecimal price, Period month, Period covered, Phase phase, LocalDate paidTo, int digits) {
        super(item, month, covered, covered.from(), phase.reason(), digits);
        this.price = price;
        this.phase = phase;
        this.paidTo = paidTo;
    }

    /** The days of a month that are charged: those not paid, where the row does not charge paid ones again. */
    private static Period notPaid(Period month, AfterEndRule rule, LocalDate paidTo) {
        return rule.paidDays() == PaidDays.NOT_AGAIN
                        && paidTo != null
                        && !paidTo.isBefore(month.from())
                        && paidTo.isBefore(month.to())
                ? new Period(paidTo.plusDays(1), month.to())
                : month;
    }

    /** What use or run-on after the end costs. */
    public AfterEndMethod getMethod() {
        return phase.rule().method();
    }

    /** Whether days that a charge covers are charged again. */
    public PaidDays getPaidDays() {
        return phase.rule().paidDays();
    }

    /** The last day after the end that a charge covers, or null: none is. */
    public LocalDate getPaidTo() {
        return paidTo;
    }

    /** The first day of the month. */
    public LocalDate getFirstDay() {
        return nominal().from();
    }

    /** The last day of the month. */
    public LocalDate getLastDay() {
        return nominal().to();
    }

    /** The last day on which the contract is used or kept running. */
    public LocalDate getRunsTo() {
        return phase.last();
    }

    /** The price of a month, at the level of the subscription that ended. */
    public void wholeMonth(String by) {
        line(
                by,
                item().quantity(),
                Amounts.share(total(), 1, item().per().months(), digits()),
                phase.rule().row(),
                "charge.month_after_end",
                item().quantity(),
                price,
                item().per().months());
    }

    /** The price of a month by its days that are not paid. */
    public void daysNotPaid(String by) {
        line(
                by,
                item().quantity(),
                Amounts.shareOfShare(
                        total(),
                        1,
                        item().per().months(),
                        covered().days(),
                        nominal().days(),
                        digits()),
                phase.rule().row(),
                "charge.days_after_end",
                item().quantity(),
                price,
                item().per().months(),
                covered().days(),
                nominal().days(),
                paidTo);
    }

    /** A charge covers the days. */
    public void paid(String by) {
        propose(
                by,
                Line.NONE,
                Reason.of("charge.paid_after_end", paidTo),
                phase.rule().row());
    }

    private BigDecimal total() {
        return price.multiply(item().quantity());
    }

    /** The terms ask for nothing. */
    public void nothing(String by) {
        propose(
                by,
                Line.NONE,
                Reason.of(
                        "charge.nothing_after_end", covered().from(), covered().to()),
                phase.rule().row());
    }
}
