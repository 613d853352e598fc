package org.prorata.subject.exit;

import java.time.LocalDate;
import org.prorata.contract.Cause;
import org.prorata.decision.TableRow;
import org.prorata.decision.policy.Row;
import org.prorata.decision.policy.TableId;
import org.prorata.subject.terms.EffectiveTerms;

/** Modules that a leaver may take away, as a row says: one for so many euros begun, asked for in the last months. */
public record ExportRule(int perAmount, int windowMonths, int deliverDays, int maintenanceMonths, TableRow row) {

    static final TableId TABLE = TableId.of("export-entitlement", "modules", "terms");

    static ExportRule of(Row row) {
        return new ExportRule(
                row.integer("per_amount"),
                row.integer("window_months"),
                row.integer("deliver_days"),
                row.integer("maintenance_months"),
                row.ref());
    }

    /** Null where the terms grant none. */
    public static ExportRule find(EffectiveTerms setting, LocalDate on) {
        return setting.policies()
                .find(TABLE, ExportRule::of, on, setting.dossier().terms());
    }

    /** The row that bars modules for the cause of an end, or null: none does. */
    public static TableRow barring(EffectiveTerms setting, Cause cause, LocalDate end) {
        return ShareRule.barring(setting, cause, end);
    }

    /** The first day for a request before an end. */
    public LocalDate opens(LocalDate end) {
        return end.minusMonths(windowMonths);
    }

    /** The last day on which modules taken away are maintained. */
    public LocalDate maintained(LocalDate end) {
        return end.plusMonths(maintenanceMonths);
    }
}
