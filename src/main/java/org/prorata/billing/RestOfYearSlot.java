package org.prorata.billing;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.prorata.calendar.Anchors;
import org.prorata.calendar.Period;
import org.prorata.contract.ChargeReason;
import org.prorata.contract.Item;
import org.prorata.decision.TableRow;
import org.prorata.money.Amounts;

/** The parts of the running year that are not invoiced when a contract ends, due at once. */
public final class RestOfYearSlot extends ChargeSlot {

    private final BigDecimal price;
    private final Anchors anchors;
    private final TableRow row;

    /**
     * @param anchors invoicing days; the rest begins on one of them
     * @param rest    days from there to the end of the year, or of the item
     */
    RestOfYearSlot(Item item, BigDecimal price, Anchors anchors, Period rest, LocalDate on, TableRow row, int digits) {
        super(item, rest, rest, on, ChargeReason.REMAINING, digits);
        this.price = price;
        this.anchors = anchors;
        this.row = row;
    }

    /** The sum of the parts, each as it would have been invoiced; a part not covered whole by its days. */
    public void rest(String by) {
        BigDecimal total = price.multiply(item().quantity());
        int first = anchors.indexOf(covered().from());
        BigDecimal sum = BigDecimal.ZERO;
        int parts = 0;
        int days = 0;
        for (int k = first; !anchors.at(k).isAfter(covered().to()); k++) {
            Period nominal = anchors.period(k);
            if (nominal.to().isAfter(covered().to())) {
                days = new Period(nominal.from(), covered().to()).days();
                sum = sum.add(Amounts.shareOfShare(total, anchors.months(), item().per().months(), days, nominal.days(),
                        digits()));
            } else {
                parts++;
                sum = sum.add(PeriodSlot.wholePrice(item(), total, anchors.months(), k, digits()));
            }
        }
        if (days == 0) {
            line(by, item().quantity(), sum, row, "charge.rest_of_year", parts, item().quantity(), price, anchors.months(),
                    item().per().months());
        } else {
            line(by, item().quantity(), sum, row, "charge.rest_of_year_days", parts, item().quantity(), price,
                    anchors.months(), item().per().months(), days);
        }
    }
}
