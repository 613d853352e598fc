package org.prorata.subject.billing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.prorata.contract.ChargeReason;
import org.prorata.contract.Item;
import org.prorata.decision.Alike;
import org.prorata.decision.Reason;
import org.prorata.decision.policy.choice.MonthBegun;
import org.prorata.decision.policy.choice.PartialMethod;
import org.prorata.values.Amounts;
import org.prorata.values.Anchors;
import org.prorata.values.Period;

/** One billing period of an item that is charged by time. */
final class PeriodSlot extends ChargeSlot {

    private final BigDecimal price;
    private final int periodMonths;
    private final int part;
    private final PartialRule partial;
    private final Anchors monthly;
    private final int daysCovered;
    private int daysOfPeriod;

    /**
     * @param price        price of one unit in force, for the length of time that the item's price is for
     * @param periodMonths months of the nominal period
     * @param part         place of the nominal period among those of the year, from 1
     * @param partial      how a period not covered whole is charged; null for a whole one
     * @param monthly      the contract's months, counted from its start
     */
    PeriodSlot(
            Item item,
            BigDecimal price,
            Period nominal,
            Period covered,
            int periodMonths,
            int part,
            LocalDate on,
            ChargeReason reason,
            PartialRule partial,
            Anchors monthly,
            int digits) {
        super(item, nominal, covered, on, reason, digits);
        this.price = price;
        this.periodMonths = periodMonths;
        this.part = part;
        this.partial = partial;
        this.monthly = monthly;
        this.daysCovered = covered.days();
        this.daysOfPeriod = covered == nominal ? daysCovered : nominal.days();
    }

    /** The same, its days being counted against those of another period, such as the term that an addition is charged for. */
    PeriodSlot outOf(Period longer) {
        daysOfPeriod = longer.days();
        return this;
    }

    @Override
    public Alike<?> group() {
        return new PeriodSlots(this);
    }

    int daysCovered() {
        return daysCovered;
    }

    int daysOfPeriod() {
        return daysOfPeriod;
    }

    /** Whether the price is for more time than a billing period. */
    boolean inParts() {
        return priceMonths() > periodMonths;
    }

    int priceMonths() {
        return item().per().months();
    }

    int periodMonths() {
        return periodMonths;
    }

    /** How a period not covered whole is charged; null for a whole one. */
    PartialMethod method() {
        return partial == null ? null : partial.method();
    }

    private BigDecimal total() {
        return price.multiply(item().quantity());
    }

    /**
     * What a whole period comes to: its part of a price for more time, rounded cumulatively, or the price as often as it
     * goes into the period.
     *
     * @param k place of the period, from 0 at an anchor that begins a year
     */
    static BigDecimal wholePrice(Item item, BigDecimal total, int periodMonths, int k, int digits) {
        int parts = item.per().months() / periodMonths;
        return parts > 1
                ? Amounts.part(total, Math.floorMod(k, parts) + 1, parts, digits)
                : Amounts.round(
                        total.multiply(
                                BigDecimal.valueOf(periodMonths / item.per().months())),
                        digits);
    }

    /** The part of the year's price that falls on this period, rounded cumulatively. */
    void spread(String by) {
        int parts = item().per().months() / periodMonths;
        BigDecimal amount = wholePrice(item(), total(), periodMonths, part - 1, digits());
        line(
                by,
                item().quantity(),
                amount,
                null,
                Reason.of("charge.part", amount, item().quantity(), price, (part - 1) % parts + 1, parts));
    }

    /** The whole price of the period. */
    void whole(String by) {
        int times = periodMonths / item().per().months();
        BigDecimal amount = wholePrice(item(), total(), periodMonths, part - 1, digits());
        if (times == 1) {
            line(by, item().quantity(), amount, null, "charge.whole", item().quantity(), price);
        } else {
            line(by, item().quantity(), amount, null, "charge.whole_times", item().quantity(), price, times);
        }
    }

    /** The price of the nominal period by the days covered. */
    void byDays(String by) {
        line(
                by,
                item().quantity(),
                daily(covered()),
                partial.row(),
                "charge.daily",
                item().quantity(),
                price,
                periodMonths,
                item().per().months(),
                daysCovered,
                nominal().days(),
                nominal());
    }

    private BigDecimal daily(Period days) {
        return Amounts.shareOfShare(
                total(),
                periodMonths,
                item().per().months(),
                days.days(),
                nominal().days(),
                digits());
    }

    /** The price of a month by the contract months from the first covered day to the last. */
    void byMonthsLeft(String by) {
        MonthsLeft left = monthsLeft();
        line(by, item().quantity(), left.amount(), partial.row(), left.key(), left.figures());
    }

    /** What the contract months from the first covered day to the last were charged. */
    BigDecimal chargedForMonthsLeft() {
        return monthsLeft().amount();
    }

    private record MonthsLeft(BigDecimal amount, String key, Object... figures) {}

    private MonthsLeft monthsLeft() {
        int first = monthly.indexOf(covered().from());
        LocalDate after = covered().to().plusDays(1);
        int last = monthly.indexOf(after);
        int months = last - first + (monthly.at(last).equals(after) ? 0 : 1);
        boolean begun = !monthly.at(first).equals(covered().from());
        MonthBegun rule = partial.monthBegun() == null ? MonthBegun.WHOLE : partial.monthBegun();
        if (begun && rule == MonthBegun.DAILY) {
            Period month = monthly.period(first);
            int left = new Period(covered().from(), month.to()).days();
            BigDecimal amount = total().multiply(BigDecimal.valueOf((long) (months - 1) * month.days() + left))
                    .divide(
                            BigDecimal.valueOf((long) item().per().months() * month.days()),
                            digits(),
                            RoundingMode.HALF_UP);
            return new MonthsLeft(
                    amount,
                    "charge.months_left_daily",
                    item().quantity(),
                    price,
                    item().per().months(),
                    months - 1,
                    left,
                    month.days());
        }
        int counted = begun && rule == MonthBegun.EXCLUDED ? months - 1 : months;
        return new MonthsLeft(
                Amounts.share(total(), counted, item().per().months(), digits()),
                "charge.months_left",
                item().quantity(),
                price,
                item().per().months(),
                counted);
    }

    /** The price of the whole nominal period, though only a part of it is covered. */
    void inFull(String by) {
        line(
                by,
                item().quantity(),
                wholePrice(item(), total(), periodMonths, part - 1, digits()),
                partial.row(),
                "charge.in_full",
                item().quantity(),
                price,
                daysCovered,
                nominal().days());
    }

    BigDecimal price() {
        return price;
    }

    /** What a period covered whole was charged. */
    BigDecimal chargedWhole() {
        return wholePrice(item(), total(), periodMonths, part - 1, digits());
    }
}
