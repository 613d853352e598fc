package org.prorata.run;

import java.util.List;
import org.prorata.decision.Decision;

/** Whether two books bill the same, looked at before anything is made of it. */
final class SameAmounts {

    private SameAmounts() {}

    /** The common case, in which no entries need be made. */
    static boolean of(List<Decision> before, List<Decision> after) {
        if (before.size() != after.size()) {
            return false;
        }
        for (int i = 0; i < before.size(); i++) {
            if (!same(before.get(i), after.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean same(Decision before, Decision after) {
        if (before instanceof Decision.Charge a && after instanceof Decision.Charge b) {
            return a.item().equals(b.item())
                    && a.from().equals(b.from())
                    && a.to().equals(b.to())
                    && a.on().equals(b.on())
                    && a.reason() == b.reason()
                    && a.amount().compareTo(b.amount()) == 0;
        }
        if (before instanceof Decision.Tax a && after instanceof Decision.Tax b) {
            return a.category().equals(b.category())
                    && a.ratePct().compareTo(b.ratePct()) == 0
                    && a.on().equals(b.on())
                    && a.amount().compareTo(b.amount()) == 0;
        }
        // totals follow from the others; credits are rare enough to be compared as entries
        return before instanceof Decision.InvoiceTotal && after instanceof Decision.InvoiceTotal;
    }
}
