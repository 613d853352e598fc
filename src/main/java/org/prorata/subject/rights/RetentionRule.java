package org.prorata.subject.rights;

import java.time.LocalDate;
import org.prorata.contract.Party;
import org.prorata.decision.TableRow;
import org.prorata.decision.policy.Row;
import org.prorata.decision.policy.TableId;
import org.prorata.decision.policy.choice.RetentionBasis;

/** How long data of one category are kept. */
record RetentionRule(String category, RetentionBasis basis, int months, Integer days, Party party, TableRow row) {

    static final TableId TABLE = TableId.of("rights", "retention", "terms");

    static RetentionRule of(Row row) {
        return new RetentionRule(
                row.text("category"),
                row.choice("basis", RetentionBasis.class),
                row.integer("months") == null ? 0 : row.integer("months"),
                row.integer("days"),
                row.choice("party", Party.class),
                row.ref());
    }

    /** So much later than a day. */
    LocalDate after(LocalDate day) {
        return days == null ? day.plusMonths(months) : day.plusDays(days);
    }

    /** So much before a day. */
    LocalDate before(LocalDate day) {
        return days == null ? day.minusMonths(months) : day.minusDays(days);
    }

    /** How many months or days. */
    int count() {
        return days == null ? months : days;
    }
}
