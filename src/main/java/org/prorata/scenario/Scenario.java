package org.prorata.scenario;

import java.time.LocalDate;
import java.util.List;
import org.prorata.contract.Cause;
import org.prorata.decision.Decision;

/**
 * One exit: the day and cause asked for and what was decided.
 *
 * @param error null, or why it cannot be decided; then nothing else is given
 */
public record Scenario(LocalDate wanted, Cause cause, List<Decision> decisions, Costs costs, String error) {

    public Scenario {
        decisions = List.copyOf(decisions);
    }

    /** The last covered day, or null when it cannot be decided. */
    public LocalDate end() {
        return decisions.stream().filter(Decision.ContractEnd.class::isInstance).map(Decision.ContractEnd.class::cast)
                .map(Decision.ContractEnd::on).findFirst().orElse(null);
    }

    /** The verdict on the notice, or null where none is needed. */
    public Decision.Notice notice() {
        return decisions.stream().filter(Decision.Notice.class::isInstance).map(Decision.Notice.class::cast)
                .findFirst().orElse(null);
    }
}
