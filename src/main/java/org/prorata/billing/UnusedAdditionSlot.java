package org.prorata.billing;

import java.math.BigDecimal;
import org.prorata.course.Course;
import org.prorata.money.Amounts;

/** What is left of an addition that was charged once for the rest of its term. */
public final class UnusedAdditionSlot extends UnusedSlot {

    /** @param rule how the terms treat a period inside of which the contract was ended */
    UnusedAdditionSlot(PeriodSlot charged, Course.End end, PartialRule rule) {
        super(charged, end.after(), end.dueAfter(), rule.row(), end);
    }

    /** By the days charged: an addition has no price of its own for them. */
    @Override
    BigDecimal worth(int days) {
        return Amounts.share(charged().chargedForMonthsLeft(), days, charged().covered().days(), digits());
    }
}
