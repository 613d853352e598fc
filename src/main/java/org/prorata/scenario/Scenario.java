package org.prorata.scenario;

import java.time.LocalDate;
import java.util.List;
import org.prorata.contract.Cause;
import org.prorata.decision.Decision;
import org.prorata.decision.Finding;
import org.prorata.decision.Reason;

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

    /** What the reader should know, each with its sentence. */
    public List<Reason> warnings() {
        // what a warning adds to the reasons of another decision stands last
        return decisions.stream().filter(Decision.Warning.class::isInstance).map(decision -> decision.because().reasons())
                .map(reasons -> reasons.get(reasons.size() - 1)).toList();
    }

    /** Whether the terms give a right to leave for the cause. */
    boolean granted() {
        return decisions.stream().noneMatch(decision -> decision instanceof Decision.Warning warning
                && warning.code().equals(Finding.CAUSE_NOT_GRANTED.code()));
    }

    /** Whether the contract goes on for an exit phase whose end is not known, and so its fees. */
    boolean runsOnOpen() {
        return decisions.stream().anyMatch(decision -> decision instanceof Decision.RunOn phase && phase.until() == null);
    }

    /** The verdict on the notice, or null where none is needed. */
    public Decision.Notice notice() {
        return decisions.stream().filter(Decision.Notice.class::isInstance).map(Decision.Notice.class::cast)
                .findFirst().orElse(null);
    }
}
