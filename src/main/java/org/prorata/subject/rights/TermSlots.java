package org.prorata.subject.rights;

import java.time.LocalDate;
import java.util.List;
import org.prorata.contract.Party;
import org.prorata.decision.TableRow;
import org.prorata.subject.course.ContractRemarks;
import org.prorata.subject.course.CourseWork;
import org.prorata.subject.exit.ExportRule;
import org.prorata.subject.terms.EffectiveTerms;
import org.prorata.subject.terms.RenewalTelling;

/** Lays out what the renewals of the term and its end open. */
final class TermSlots {

    private final RightSlots slots;
    private final EffectiveTerms setting;
    private final CourseWork course;
    private final LocalDate on;

    TermSlots(RightSlots slots, CourseWork course) {
        this.slots = slots;
        this.setting = slots.setting();
        this.course = course;
        this.on = slots.on();
    }

    /** The renewals before the day and after it. */
    void renewals() {
        renewal(RenewalTelling.before(setting, course.timeline(), on));
        RenewalTelling next =
                on.isBefore(course.timeline().start()) ? null : RenewalTelling.after(setting, course.timeline(), on);
        // before its last day nobody knows whether the client will be told
        renewal(next == null || on.isAfter(next.last()) ? next : null);
    }

    void maintenance() {
        ExportRule rule = course.end() == null ? null : ExportRule.find(setting, course.end());
        if (rule != null) {
            slots.add(new DelaySlot(
                            "module_maintenance",
                            Party.CLIENT,
                            course.end().plusDays(1),
                            rule.maintained(course.end()),
                            on,
                            List.of(rule.row()))
                    .barredBy(barring()));
        }
    }

    /** The row that bars exit services and modules for the cause for which the provider ended the contract, or null. */
    private TableRow barring() {
        return course.leaving() == null || course.leaving().by() != Party.PROVIDER
                ? null
                : ExportRule.barring(setting, course.leaving().cause(), course.end());
    }

    /** Whether the client may leave after a renewal that the contract sees. */
    private void renewal(RenewalTelling notice) {
        if (notice != null && (course.end() == null || !course.end().isBefore(notice.renewal()))) {
            slots.add(new RenewalSlot(notice, on));
            ContractRemarks.renewal(notice).forEach(slots::add);
        }
    }
}
