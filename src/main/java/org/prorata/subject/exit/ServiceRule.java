package org.prorata.subject.exit;

import java.time.LocalDate;
import java.util.List;
import org.prorata.decision.TableRow;
import org.prorata.decision.policy.Row;
import org.prorata.decision.policy.TableId;
import org.prorata.decision.policy.choice.LateRequest;
import org.prorata.subject.terms.EffectiveTerms;

/** How an exit service is asked for, as a row says; months and days are null where the row leaves them empty. */
public record ServiceRule(
        String service, boolean included, Integer noticeMonths, Integer noticeDays, LateRequest late, TableRow row) {

    static final TableId TABLE = TableId.of("reversibility", "services", "terms", "service");
    /** The service whose row holds for all that have none of their own. */
    private static final String ANY_OTHER = "assistance";

    static ServiceRule of(Row row) {
        String service = row.text("service");
        return new ServiceRule(
                service == null ? ANY_OTHER : service,
                row.flag("included"),
                row.integer("notice_months"),
                row.integer("notice_days"),
                row.choice("late", LateRequest.class),
                row.ref());
    }

    /** The row of a service, else of assistance; null where the terms know no exit services. */
    public static ServiceRule find(EffectiveTerms setting, String service, LocalDate on) {
        String terms = setting.dossier().terms();
        ServiceRule own = setting.policies().find(TABLE, ServiceRule::of, on, terms, service);
        return own != null ? own : setting.policies().find(TABLE, ServiceRule::of, on, terms, ANY_OTHER);
    }

    /** The rows of the services that the terms name, in the order of the sheet. */
    public static List<ServiceRule> all(EffectiveTerms setting, LocalDate on) {
        return setting.policies()
                .all(TABLE, ServiceRule::of, on, setting.dossier().terms(), null);
    }

    /** The last day for a request before an end. */
    public LocalDate latest(LocalDate end) {
        LocalDate latest = noticeMonths == null ? end : end.minusMonths(noticeMonths);
        return noticeDays == null ? latest : latest.minusDays(noticeDays);
    }
}
