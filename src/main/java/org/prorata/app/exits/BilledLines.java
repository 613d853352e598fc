package org.prorata.app.exits;

import java.util.List;
import org.prorata.contract.Billed;
import org.prorata.decision.Decision;

/** Lines that a bill makes, as lines that are billed. */
final class BilledLines {

    private BilledLines() {}

    static List<Billed> all(List<Decision> bill) {
        return bill.stream()
                .filter(line -> line instanceof Decision.Charge || line instanceof Decision.Credit)
                .map(BilledLines::of)
                .toList();
    }

    static Billed of(Decision line) {
        if (line instanceof Decision.Charge c) {
            return new Billed(c.item(), c.from(), c.to(), c.amount(), c.reason(), c.on());
        }
        Decision.Credit c = (Decision.Credit) line;
        return new Billed(c.item(), c.from(), c.to(), c.amount(), c.reason(), c.on());
    }
}
