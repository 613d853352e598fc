package org.prorata.subject.billing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.prorata.contract.ChargeReason;
import org.prorata.contract.Item;
import org.prorata.decision.TableRow;
import org.prorata.decision.policy.Row;
import org.prorata.decision.policy.TableId;
import org.prorata.values.Period;

/** The months of a subscription that a gift code on the first order gives free, as a credit on the first invoice. */
public final class GiftSlot extends ChargeSlot {

    /** How many months are free. */
    record Gift(int months, TableRow row) {

        static final TableId TABLE = TableId.of("contract-terms", "gift", "terms");

        static Gift of(Row row) {
            return new Gift(row.integer("months"), row.ref());
        }

        /** Whether a period is the first of its item that covers the free months: on a shorter one they would be more than is charged. */
        boolean givenOn(ChargeSlot period) {
            LocalDate first = period.item().from();
            LocalDate from = period.covered().from();
            return from.isBefore(first.plusMonths(months))
                    && !period.covered().to().isBefore(from.plusMonths(months).minusDays(1));
        }
    }

    private final Gift rule;
    private final BigDecimal price;

    /** @param price of one unit, as ordered */
    GiftSlot(Item item, Gift rule, BigDecimal price, LocalDate on, int digits) {
        super(item, months(item, rule), months(item, rule), on, ChargeReason.GIFT, digits);
        this.rule = rule;
        this.price = price;
    }

    private static Period months(Item item, Gift rule) {
        return new Period(item.from(), item.from().plusMonths(rule.months()).minusDays(1));
    }

    /** So many twelfths of the first year's price. */
    public void free(String by) {
        BigDecimal amount = item().quantity()
                .multiply(price)
                .multiply(BigDecimal.valueOf(rule.months()))
                .divide(BigDecimal.valueOf(item().per().months()), digits(), RoundingMode.HALF_UP);
        line(
                by,
                null,
                amount,
                rule.row(),
                "credit.gift",
                item().quantity(),
                price,
                rule.months(),
                item().per().months());
    }
}
