package org.prorata.billing;

import java.time.LocalDate;
import java.util.List;
import org.prorata.contract.Ask;
import org.prorata.contract.ChargeReason;
import org.prorata.course.Course;
import org.prorata.terms.Setting;

/** The lines that a settled end brings to a contract's invoices, for whoever asks about the end and not about a bill. */
public final class Closing {

    private final Setting setting;
    private final Course course;
    private final Ask.Bill window;

    /** @param to last day that is looked at */
    public Closing(Setting setting, Course course, LocalDate to) {
        this.setting = setting;
        this.course = course;
        LocalDate start = setting.dossier().contract().start();
        this.window = new Ask.Bill(start, to.isBefore(start) ? start : to);
    }

    /** Fees left of the year. */
    public List<ChargeSlot> restOfYear() {
        return new AfterEnd(setting, course, window).restOfYear();
    }

    /** Months kept running for the exit phase, by the days after the end that charges cover. */
    public List<ChargeSlot> runOn(PaidAfterEnd paid) {
        return new AfterEnd(setting, course, window).runOn(paid);
    }

    /** What was invoiced for the time after the end; the rules say whether it is given back. */
    public List<ChargeSlot> unused() {
        LocalDate after = course.end().after();
        return new Layout(setting, course, window).periods().stream()
                .filter(slot -> slot.reason() == ChargeReason.UNUSED && !slot.covered().from().isBefore(after)).toList();
    }
}
