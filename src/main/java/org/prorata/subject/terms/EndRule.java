package org.prorata.subject.terms;

import java.time.LocalDate;
import org.prorata.contract.Cause;
import org.prorata.contract.Party;
import org.prorata.decision.TableRow;
import org.prorata.decision.policy.Row;
import org.prorata.decision.policy.TableId;
import org.prorata.decision.policy.choice.CountedAgainst;
import org.prorata.decision.policy.choice.EndBasis;
import org.prorata.decision.policy.choice.FeesLeft;
import org.prorata.decision.policy.choice.NoticeReading;

/** When a contract ends for a cause, as a row says. */
public record EndRule(
        boolean noRight,
        EndBasis basis,
        CountedAgainst countedAgainst,
        Integer noticeMonths,
        Integer noticeDays,
        NoticeReading noticeReading,
        boolean fromSending,
        boolean atOnce,
        FeesLeft feesLeft,
        TableRow row) {

    public static final TableId TABLE = TableId.of("termination", "end", "terms", "plan", "cause", "by");

    /** Whether the contract ends when the delay of a formal notice is over. */
    public boolean afterDelay() {
        return basis == EndBasis.AFTER_DELAY;
    }

    /** Whether the rest of the running year is due after the end. */
    public boolean restOfYearDue() {
        return feesLeft == FeesLeft.REST_OF_YEAR;
    }

    /** The days of notice for leaving in mid-term, or null: the terms ask for none. */
    Integer noticeInMidTerm() {
        return basis == EndBasis.NEXT_INVOICE ? noticeDays : null;
    }

    /** The row of a cause; terms that say nothing of switching treat it as convenience. */
    public static EndRule of(EffectiveTerms setting, LocalDate on, Cause cause, Party by) {
        EndRule own = cause == Cause.SWITCHING
                ? setting.policies().find(TABLE, EndRule::of, on, keys(setting, cause, by))
                : null;
        return own != null
                ? own
                : setting.policies()
                        .require(
                                TABLE,
                                EndRule::of,
                                on,
                                keys(setting, cause == Cause.SWITCHING ? Cause.CONVENIENCE : cause, by));
    }

    private static String[] keys(EffectiveTerms setting, Cause cause, Party by) {
        return new String[] {
            setting.dossier().terms(), setting.planKey(), EffectiveTerms.key(cause), EffectiveTerms.key(by)
        };
    }

    public static EndRule of(Row row) {
        return new EndRule(
                row.flag("no_right"),
                row.choice("end_rule", EndBasis.class),
                row.choice("counted_against", CountedAgainst.class),
                row.integer("notice_months"),
                row.integer("notice_days"),
                row.choice("notice_reading", NoticeReading.class),
                row.flag("from_sending"),
                row.flag("at_once"),
                row.choice("fees_left", FeesLeft.class),
                row.ref());
    }
}
