package org.prorata.subject.course;

import java.time.LocalDate;
import org.prorata.contract.Event;
import org.prorata.decision.policy.choice.AfterEndMatter;
import org.prorata.subject.terms.EffectiveTerms;

/**
 * The exit phase for which a contract may go on after its end.
 *
 * @param requested the first day on which exit services were asked for, or null: nothing runs on
 * @param accepted  the day on which the client accepted them, or null
 */
public record ExitPhase(AfterEndRule rule, LocalDate requested, LocalDate accepted) {

    public static ExitPhase of(EffectiveTerms setting) {
        return new ExitPhase(
                AfterEndRule.of(setting, AfterEndMatter.RUN_ON),
                setting.dossier().events(Event.ReversibilityRequest.class).stream()
                        .filter(setting.noticeForm()::counts)
                        .map(Event.ReversibilityRequest::counts)
                        .min(LocalDate::compareTo)
                        .orElse(null),
                setting.dossier().events(Event.ReversibilityAccepted.class).stream()
                        .map(Event.ReversibilityAccepted::on)
                        .min(LocalDate::compareTo)
                        .orElse(null));
    }

    /** Whether the terms let the contract go on for services that were asked for. */
    public boolean runs() {
        return requested != null && rule.byMonthsBegun();
    }

    /** The last day on which the contract goes on after an end: the end itself where it does not, null where nobody knows yet. */
    public LocalDate lastDay(LocalDate end) {
        return !runs() || accepted != null && !accepted.isAfter(end) ? end : accepted;
    }
}
