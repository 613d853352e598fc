package org.prorata.subject.terms;

import java.time.LocalDate;
import org.prorata.decision.TableRow;
import org.prorata.decision.policy.Row;
import org.prorata.decision.policy.TableId;

/** How long after its due day the seller's law lets a claim be brought. */
public record Limitation(int years, TableRow row) {

    private static final TableId TABLE = TableId.of("statute", "limitation", "country");

    private static Limitation of(Row row) {
        return new Limitation(row.integer("years"), row.ref());
    }

    /** Null where the law sets no such time, or is left out. */
    public static Limitation find(EffectiveTerms setting, LocalDate due) {
        return !setting.dossier().statutes()
                ? null
                : setting.policies().find(TABLE, Limitation::of, due, setting.sellerCountry());
    }

    /** The last day for the claim. */
    public LocalDate last(LocalDate due) {
        return due.plusYears(years);
    }
}
