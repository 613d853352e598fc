package org.prorata.billing;

import java.time.LocalDate;
import org.prorata.course.Course;
import org.prorata.policy.choice.PartialMethod;

/** What is left of a period that was invoiced before the end of the contract was known. */
public final class UnusedAfterEndSlot extends UnusedSlot {

    private final PartialRule rule;
    private final Course.End end;

    /** @param rule how the terms treat a period inside of which the contract was ended */
    UnusedAfterEndSlot(PeriodSlot charged, Course.End end, PartialRule rule) {
        super(charged, later(charged.covered().from(), end.after()), end.dueAfter(),
                end.restOfYearDue() ? end.rule().row() : rule.row(), end);
        this.rule = rule;
        this.end = end;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? other : one;
    }

    /** Whether the terms ask for the rest of the year. */
    public boolean isRestOfYearDue() {
        return end.restOfYearDue();
    }

    /** How the terms treat a period inside of which the contract was ended. */
    public PartialMethod getMethod() {
        return rule.method();
    }

    /** The last day that the contract covers. */
    public LocalDate getLastCovered() {
        return end.last();
    }

    /** The first day that was invoiced. */
    public LocalDate getFirstInvoiced() {
        return charged().covered().from();
    }

    /** Days that were invoiced and are not used. */
    public int getDaysUnused() {
        return covered().days();
    }

    /** Days of the whole period. */
    public int getDaysOfPeriod() {
        return nominal().days();
    }
}
