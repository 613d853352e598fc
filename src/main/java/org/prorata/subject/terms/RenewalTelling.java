package org.prorata.subject.terms;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.prorata.contract.Event;
import org.prorata.decision.TableRow;
import org.prorata.decision.policy.Row;
import org.prorata.decision.policy.TableId;
import org.prorata.values.Period;

/**
 * When the law wants a client told of a renewal, and when it was.
 *
 * @param renewal first day of the renewed term
 * @param first   first day on which the client may be told
 * @param last    last day for it
 * @param told    day of the notice that comes closest, or null: none is known
 * @param refundDays days after an end for want of it in which what is paid for the time after goes back, or null: nothing does
 */
public record RenewalTelling(
        LocalDate renewal, LocalDate first, LocalDate last, LocalDate told, Integer refundDays, TableRow row) {

    private record Rule(int fromMonths, int toMonths, Integer refundDays, TableRow row) {

        static final TableId TABLE = TableId.of("contract-terms", "renewal-notice", "country", "professional");

        static Rule of(Row row) {
            return new Rule(
                    row.integer("from_months"), row.integer("to_months"), row.integer("refund_days"), row.ref());
        }
    }

    /** The last day for giving back what is paid for the time after an end, or null: nothing goes back. */
    public LocalDate refundBy(LocalDate end) {
        return refundDays == null ? null : end.plusDays(refundDays);
    }

    /** What the law says of the renewal on a day, or null: nothing. */
    private static RenewalTelling of(EffectiveTerms setting, LocalDate renewal) {
        Rule rule = setting.dossier().statutes()
                ? setting.policies()
                        .find(Rule.TABLE, Rule::of, renewal, setting.sellerCountry(), setting.professional())
                : null;
        if (rule == null) {
            return null;
        }
        LocalDate last = renewal.minusMonths(rule.toMonths());
        List<LocalDate> notices = setting.dossier().events(Event.RenewalNotice.class).stream()
                .map(Event.RenewalNotice::on)
                .toList();
        LocalDate told = notices.stream()
                .filter(day -> !day.isAfter(last))
                .max(Comparator.naturalOrder())
                .or(() -> notices.stream().min(Comparator.naturalOrder()))
                .orElse(null);
        return new RenewalTelling(
                renewal, renewal.minusMonths(rule.fromMonths()), last, told, rule.refundDays(), rule.row());
    }

    /** The same for the term that a day lies in, or null where it is no renewed one. */
    public static RenewalTelling before(EffectiveTerms setting, Timeline timeline, LocalDate day) {
        Timeline course = timeline.on(day);
        if (!course.renews() || day.isBefore(course.start())) {
            return null;
        }
        Period term = course.term(day);
        return term.from().equals(course.start()) ? null : of(setting, term.from());
    }

    /** The same for the term that the last of some days lies in, or null where it does not begin on one of them. */
    public static RenewalTelling within(EffectiveTerms setting, Timeline timeline, LocalDate from, LocalDate to) {
        Timeline course = timeline.on(to);
        if (!course.renews() || to.isBefore(course.start())) {
            return null;
        }
        LocalDate begins = course.term(to).from();
        return begins.equals(course.start()) || begins.isBefore(from) ? null : of(setting, begins);
    }

    /** The same for the term that follows the one that a day lies in, or null where none follows. */
    public static RenewalTelling after(EffectiveTerms setting, Timeline timeline, LocalDate day) {
        Timeline course = timeline.on(day);
        return course.renews() ? of(setting, course.renewalAfter(day)) : null;
    }
}
