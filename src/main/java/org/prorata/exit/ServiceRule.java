package org.prorata.exit;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.prorata.decision.TableRow;
import org.prorata.policy.Row;
import org.prorata.policy.TableId;
import org.prorata.terms.Setting;

/** How an exit service is asked for, as a row says; months and days are null where the row leaves them empty. */
public record ServiceRule(boolean included, Integer noticeMonths, Integer noticeDays, boolean lapsesLate, TableRow row) {

    static final TableId TABLE = TableId.of("reversibility", "services", "terms", "service");
    private static final String ANY_OTHER = "assistance";
    private static final List<String> KNOWN = List.of("mail", "chat", "applications", "collaboration", ANY_OTHER);

    static ServiceRule of(Row row) {
        return new ServiceRule(row.flag("included"), row.integer("notice_months"), row.integer("notice_days"),
                "lapses".equals(row.text("late")), row.ref());
    }

    /** The row of a service, else of assistance; null where the terms know no exit services. */
    public static ServiceRule find(Setting setting, String service, LocalDate on) {
        String terms = setting.dossier().terms();
        ServiceRule own = setting.policies().find(TABLE, ServiceRule::of, on, terms, service);
        return own != null ? own : setting.policies().find(TABLE, ServiceRule::of, on, terms, ANY_OTHER);
    }

    /** The services that the terms name, each with its row. */
    public static Map<String, ServiceRule> all(Setting setting, LocalDate on) {
        Map<String, ServiceRule> all = new LinkedHashMap<>();
        for (String service : KNOWN) {
            ServiceRule rule = setting.policies().find(TABLE, ServiceRule::of, on, setting.dossier().terms(), service);
            if (rule != null) {
                all.put(service, rule);
            }
        }
        return all;
    }

    /** The last day for a request before an end. */
    public LocalDate latest(LocalDate end) {
        LocalDate latest = noticeMonths == null ? end : end.minusMonths(noticeMonths);
        return noticeDays == null ? latest : latest.minusDays(noticeDays);
    }
}
