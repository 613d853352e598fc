package org.prorata.billing;

import org.prorata.course.Course;

/** What is left of an addition that was charged once for the rest of its term. */
public final class UnusedAdditionSlot extends UnusedSlot {

    /** @param rule how the terms treat a period inside of which the contract was ended */
    UnusedAdditionSlot(PeriodSlot charged, Course.End end, PartialRule rule) {
        super(charged, end.after(), end.dueAfter(), rule.row());
    }
}
