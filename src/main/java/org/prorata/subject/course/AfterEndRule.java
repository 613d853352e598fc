package org.prorata.subject.course;

import java.time.LocalDate;
import org.prorata.decision.TableRow;
import org.prorata.decision.policy.Row;
import org.prorata.decision.policy.TableId;
import org.prorata.decision.policy.choice.AfterEndMatter;
import org.prorata.decision.policy.choice.AfterEndMethod;
import org.prorata.decision.policy.choice.PaidDays;
import org.prorata.subject.terms.EffectiveTerms;

/** What use or run-on after the end costs, as a row says. */
public record AfterEndRule(AfterEndMethod method, PaidDays paidDays, TableRow row) {

    private static final TableId TABLE = TableId.of("proration", "after-end", "terms", "matter");

    public static AfterEndRule of(EffectiveTerms setting, AfterEndMatter matter) {
        LocalDate start = setting.dossier().contract().start();
        return setting.policies()
                .require(TABLE, AfterEndRule::of, start, setting.dossier().terms(), EffectiveTerms.key(matter));
    }

    /** Whether it is charged by months begun. */
    public boolean byMonthsBegun() {
        return method == AfterEndMethod.MONTHS_BEGUN;
    }

    static AfterEndRule of(Row row) {
        return new AfterEndRule(
                row.choice("method", AfterEndMethod.class), row.choice("paid_days", PaidDays.class), row.ref());
    }
}
