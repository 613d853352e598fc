package org.prorata.store.invoices;

import org.prorata.contract.Billed;
import org.prorata.decision.Decision;

/** Decided lines as lines that are billed. */
public final class Lines {

    private Lines() {}

    /** Whether the decision is a line of an invoice. */
    public static boolean is(Decision decision) {
        return decision instanceof Decision.Charge || decision instanceof Decision.Credit;
    }

    public static Billed billed(Decision decision) {
        if (decision instanceof Decision.Charge c) {
            return new Billed(c.item(), c.from(), c.to(), c.amount(), c.reason(), c.on());
        }
        Decision.Credit c = (Decision.Credit) decision;
        return new Billed(c.item(), c.from(), c.to(), c.amount(), c.reason(), c.on());
    }
}
