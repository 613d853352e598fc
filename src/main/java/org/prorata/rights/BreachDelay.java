package org.prorata.rights;

import java.time.LocalDate;
import org.prorata.contract.Event.FormalNotice;
import org.prorata.contract.Party;
import org.prorata.decision.TableRow;
import org.prorata.policy.Row;
import org.prorata.policy.TableId;

/** How long a formal notice leaves to mend a breach, and whose breach it is about where no breach is recorded. */
record BreachDelay(int days, boolean fromSending, Party assumedParty, TableRow row) {

    static final TableId TABLE = TableId.of("rights", "breach-delay", "terms");

    static BreachDelay of(Row row) {
        return new BreachDelay(row.integer("days"), row.flag("from_sending"), row.choice("assumed_party", Party.class), row.ref());
    }

    LocalDate counts(FormalNotice notice) {
        return fromSending ? notice.on() : notice.counts();
    }

    /** The last day to mend the breach. */
    LocalDate through(FormalNotice notice) {
        return counts(notice).plusDays(days);
    }
}
