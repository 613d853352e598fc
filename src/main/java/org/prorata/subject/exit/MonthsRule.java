package org.prorata.subject.exit;

import java.time.LocalDate;
import org.prorata.decision.TableRow;
import org.prorata.decision.policy.Row;
import org.prorata.decision.policy.TableId;
import org.prorata.subject.terms.EffectiveTerms;

/** A number of months after the end, as a row says: for a copy of the data, or until they are deleted. */
public record MonthsRule(int months, TableRow row) {

    private static final TableId COPY = TableId.of("export-entitlement", "copy", "terms");
    private static final TableId DELETION = TableId.of("export-entitlement", "deletion", "terms");

    static MonthsRule of(Row row) {
        return new MonthsRule(row.integer("months"), row.ref());
    }

    /** Null where the terms grant no copy. */
    public static MonthsRule copy(EffectiveTerms setting, LocalDate on) {
        return setting.policies()
                .find(COPY, MonthsRule::of, on, setting.dossier().terms());
    }

    /** Null where the terms set no day. */
    public static MonthsRule deletion(EffectiveTerms setting, LocalDate on) {
        return setting.policies()
                .find(DELETION, MonthsRule::of, on, setting.dossier().terms());
    }

    public LocalDate after(LocalDate end) {
        return end.plusMonths(months);
    }
}
