package org.prorata.cli;

import java.time.LocalDate;
import java.util.List;
import org.prorata.app.exits.Best;
import org.prorata.app.exits.Costs;
import org.prorata.app.exits.DueAnyway;
import org.prorata.app.exits.Exits;
import org.prorata.app.exits.Scenario;
import org.prorata.contract.Dossier;
import org.prorata.store.invoices.Ledger;

/**
 * What is shown of the exits of a contract.
 *
 * @param drafts of ours that count as billed
 */
record ExitView(
        Dossier dossier, LocalDate notice, List<Scenario> scenarios, Best best, DueAnyway due, Ledger.Drafts drafts) {

    static ExitView of(Exits exits, Dossier dossier, LocalDate notice, List<Scenario> scenarios, Ledger.Drafts drafts) {
        return new ExitView(dossier, notice, scenarios, exits.best(), exits.dueAnyway(), drafts);
    }

    boolean over() {
        return best.over() != null;
    }

    /** The scenarios side by side; of a contract that is over, one for each day on which it may have ended. */
    List<Scenario> columns() {
        return over()
                ? scenarios.stream()
                        .filter(one -> scenarios.stream()
                                .filter(other -> one.end() != null && one.end().equals(other.end()))
                                .findFirst()
                                .filter(first -> first != one)
                                .isEmpty())
                        .toList()
                : scenarios;
    }

    /** What a contract that is over costs on, or null. */
    Costs runsOn() {
        return over()
                ? scenarios.stream()
                        .map(Scenario::costs)
                        .filter(costs -> costs != null && !costs.known())
                        .findFirst()
                        .orElse(null)
                : null;
    }
}
