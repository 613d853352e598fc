package org.prorata.subject.course;

import java.time.LocalDate;
import org.prorata.contract.Event.PlanChange;
import org.prorata.decision.Reason;
import org.prorata.decision.Slot;
import org.prorata.decision.policy.choice.PlanChangeEffect;
import org.prorata.subject.terms.Timeline;
import org.prorata.values.Anchors;

/** One change of plan: what becomes of the term and of the unused part of the old price. */
public final class PlanChangeSlot extends Slot<PlanChangeSlot.Effect> {

    private final PlanChange change;
    private final PlanChangeRule rule;
    private final Timeline timeline;
    private final Anchors invoicing;

    public PlanChangeSlot(PlanChange change, PlanChangeRule rule, Timeline timeline, Anchors invoicing) {
        this.change = change;
        this.rule = rule;
        this.timeline = timeline;
        this.invoicing = invoicing;
    }

    /**
     * What a change does.
     *
     * @param from          day from which the new price holds, null when it never does
     * @param newTermMonths months of the new term, null when the running one goes on
     * @param creditUnused  whether the unused part of the old price is credited
     */
    public record Effect(LocalDate from, Integer newTermMonths, boolean creditUnused) {}

    @Override
    public String about() {
        return "the change of plan of " + change.item() + " on " + change.on();
    }

    public PlanChange change() {
        return change;
    }

    public PlanChangeRule rule() {
        return rule;
    }

    /** What the terms say that it does. */
    public PlanChangeEffect getEffect() {
        return rule.effect();
    }

    /** A new term begins on the day of the change. */
    public void newTerm(String by) {
        Integer months = change.termMonths() == null ? rule.termMonths() : change.termMonths();
        propose(
                by,
                new Effect(change.on(), months, rule.creditUnused()),
                Reason.of("plan_change.new_term", change.on(), months),
                rule.row());
    }

    /** The new price holds from the day of the change, in the running term. */
    public void sameTerm(String by) {
        propose(
                by,
                new Effect(change.on(), null, rule.creditUnused()),
                Reason.of("plan_change.same_term", change.on()),
                rule.row());
    }

    /** The new price holds from the next invoicing day; what is invoiced stays as it is. */
    public void fromNextPeriod(String by) {
        from(by, invoicing.onOrAfter(change.on()));
    }

    /** The new price holds from the renewal. */
    public void fromRenewal(String by) {
        LocalDate before = change.on().isAfter(timeline.origin()) ? change.on().minusDays(1) : change.on();
        from(by, timeline.on(before).renewalAfter(before));
    }

    private void from(String by, LocalDate day) {
        propose(
                by,
                new Effect(day, null, false),
                Reason.of("plan_change.later", change.on(), change.price(), day),
                rule.row());
    }

    /** Nothing changes. */
    public void nothing(String by) {
        propose(
                by,
                new Effect(null, null, false),
                Reason.of("plan_change.nothing", change.on(), change.price()),
                rule.row());
    }
}
