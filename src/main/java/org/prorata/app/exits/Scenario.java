package org.prorata.app.exits;

import java.time.LocalDate;
import java.util.List;
import org.prorata.contract.Cause;
import org.prorata.decision.Decision;
import org.prorata.decision.Finding;
import org.prorata.decision.Reading;
import org.prorata.decision.Reason;

/**
 * One exit: the day and cause asked for and what was decided.
 *
 * @param endsAnyway whether the contract ends by itself or by an earlier notice, so that this one changes nothing
 * @param costs      null when they cannot be told
 * @param error      null, or what cannot be told and why; without decisions nothing else is given
 */
public record Scenario(
        LocalDate wanted, Cause cause, boolean endsAnyway, List<Decision> decisions, Costs costs, String error) {

    public Scenario {
        decisions = List.copyOf(decisions);
    }

    /** The last covered day, or null when it cannot be decided. */
    public LocalDate end() {
        Decision.ContractEnd end = contractEnd();
        return end == null ? null : end.on();
    }

    /** Whether contract, law or our reading lets the contract end on that day; null when it cannot be decided. */
    public Reading reading() {
        Decision.ContractEnd end = contractEnd();
        return end == null ? null : end.because().reading();
    }

    private Decision.ContractEnd contractEnd() {
        return decisions.stream()
                .filter(Decision.ContractEnd.class::isInstance)
                .map(Decision.ContractEnd.class::cast)
                .findFirst()
                .orElse(null);
    }

    /** What the reader should know, each with its sentence. */
    public List<Reason> warnings() {
        // what a warning adds to the reasons of another decision stands last
        return decisions.stream()
                .filter(Decision.Warning.class::isInstance)
                .map(decision -> decision.because().reasons())
                .map(reasons -> reasons.get(reasons.size() - 1))
                .toList();
    }

    /** Whether the terms give a right to leave for the cause. */
    boolean granted() {
        return !warned(Finding.CAUSE_NOT_GRANTED);
    }

    /** Whether what a service may cost could not be held against the law's cap. */
    public boolean capUnchecked() {
        return warned(Finding.SWITCHING_CAP_UNCHECKED);
    }

    private boolean warned(Finding finding) {
        return decisions.stream()
                .anyMatch(decision -> decision instanceof Decision.Warning warning
                        && warning.code().equals(finding.code()));
    }

    /** The verdict on the notice, or null where none is needed. */
    public Decision.Notice notice() {
        return decisions.stream()
                .filter(Decision.Notice.class::isInstance)
                .map(Decision.Notice.class::cast)
                .findFirst()
                .orElse(null);
    }
}
