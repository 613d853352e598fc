package org.prorata.subject.billing;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.prorata.contract.ChargeReason;
import org.prorata.contract.Item;
import org.prorata.decision.Because;
import org.prorata.decision.Decision;
import org.prorata.values.Period;

/**
 * A line of the bill, before it is known which invoices it gives back and at which rate it is taxed.
 *
 * @param decided a charge or credit, whole
 * @param own     the line's own tax, or null: that of what it corrects, or of its item
 * @param of      what it shares with the lines that it makes up for: its account, or the period charged
 * @param taxDay  the day whose rates hold where nothing is known of what it corrects
 */
record BillLine(Decision decided, Item item, TaxRule own, Object of, LocalDate taxDay) {

    boolean credit() {
        return decided instanceof Decision.Credit;
    }

    String itemId() {
        return decided instanceof Decision.Credit c ? c.item() : ((Decision.Charge) decided).item();
    }

    Period period() {
        return decided instanceof Decision.Credit c
                ? new Period(c.from(), c.to())
                : new Period(((Decision.Charge) decided).from(), ((Decision.Charge) decided).to());
    }

    BigDecimal amount() {
        return decided instanceof Decision.Credit c ? c.amount() : ((Decision.Charge) decided).amount();
    }

    BigDecimal signed() {
        return credit() ? amount().negate() : amount();
    }

    LocalDate on() {
        return decided instanceof Decision.Credit c ? c.on() : ((Decision.Charge) decided).on();
    }

    ChargeReason reason() {
        return decided instanceof Decision.Credit c ? c.reason() : ((Decision.Charge) decided).reason();
    }

    /** What is known of the line as billed, or null. */
    DueAgainstBilled account() {
        return of instanceof DueAgainstBilled account ? account : null;
    }

    /**
     * The line, or a part of it.
     *
     * @param why  said of a part, or null
     * @param rule its tax where that is another one than the first of the day, or null
     */
    Decision part(BigDecimal part, String corrects, TaxRule rule, Because why) {
        String category = rule == null ? null : rule.category();
        BigDecimal rate = rule == null ? null : rule.ratePct();
        if (why == null && corrects == null && rule == null && part == amount()) {
            return decided;
        }
        Because because = why == null ? decided.because() : why;
        if (decided instanceof Decision.Credit c) {
            return new Decision.Credit(
                    c.item(), c.from(), c.to(), part, c.on(), c.reason(), corrects, category, rate, because);
        }
        Decision.Charge c = (Decision.Charge) decided;
        return new Decision.Charge(
                c.item(),
                c.from(),
                c.to(),
                part == c.amount() || part.compareTo(c.amount()) == 0 ? c.quantity() : null,
                part,
                c.on(),
                c.reason(),
                c.catchUp(),
                category,
                rate,
                because);
    }
}
