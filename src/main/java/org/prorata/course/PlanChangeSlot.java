package org.prorata.course;

import org.prorata.contract.Event.PlanChange;
import org.prorata.decision.Reason;
import org.prorata.decision.Slot;

/** One change of plan: what becomes of the term and of the unused part of the old price. */
public final class PlanChangeSlot extends Slot<PlanChangeSlot.Effect> {

    private final PlanChange change;
    private final PlanChangeRule rule;

    public PlanChangeSlot(PlanChange change, PlanChangeRule rule) {
        this.change = change;
        this.rule = rule;
    }

    /** Months of the new term, null when the running one goes on; nothing changes at all when {@code applied} is false. */
    public record Effect(boolean applied, Integer newTermMonths, boolean creditUnused) {
    }

    @Override
    public String about() {
        return "the change of plan of " + change.item() + " on " + change.on();
    }

    public PlanChange change() {
        return change;
    }

    public PlanChangeRule.Effect effect() {
        return rule.effect();
    }

    /** A new term begins on the day of the change. */
    public void newTerm(String by) {
        Integer months = change.termMonths() == null ? rule.termMonths() : change.termMonths();
        propose(by, new Effect(true, months, rule.creditUnused()),
                Reason.of("plan_change.new_term", change.on(), months), rule.row());
    }

    /** The new price holds from the day of the change, in the running term. */
    public void sameTerm(String by) {
        propose(by, new Effect(true, null, rule.creditUnused()), Reason.of("plan_change.same_term", change.on()), rule.row());
    }

    /** Nothing changes before the renewal. */
    public void nothing(String by) {
        propose(by, new Effect(false, null, false), Reason.of("plan_change.nothing", change.on(), change.price()), rule.row());
    }
}
