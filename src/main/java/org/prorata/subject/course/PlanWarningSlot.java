package org.prorata.subject.course;

import java.util.List;
import org.prorata.decision.Finding;
import org.prorata.decision.Reason;
import org.prorata.decision.TellingSlot;
import org.prorata.decision.policy.choice.PlanChangeWarning;

/** What a client should be told of a change of plan, once it is settled what the change does. */
public final class PlanWarningSlot extends TellingSlot {

    private final PlanChangeSlot slot;
    private final Reason effect;

    /** @param effect the sentence that says what the change does */
    public PlanWarningSlot(PlanChangeSlot slot, Reason effect) {
        this.slot = slot;
        this.effect = effect;
    }

    @Override
    public String about() {
        return "what to tell of " + slot.about();
    }

    /** What the terms say of such a change. */
    public PlanChangeWarning getWarning() {
        return slot.rule().warning();
    }

    /** The terms do not provide for the change in mid-term. */
    public void withoutEffect(String by) {
        tell(by, Finding.PLAN_CHANGE_WITHOUT_EFFECT, "plan_change.plan_change_without_effect");
    }

    /** The new plan may lose content. */
    public void mayLoseContent(String by) {
        tell(by, Finding.PLAN_MAY_LOSE_CONTENT, "plan_change.plan_may_lose_content");
    }

    private void tell(String by, Finding finding, String sentence) {
        warn(
                by,
                finding,
                slot.rule().row().reading(),
                List.of(effect, Reason.of(sentence, slot.change().item())),
                slot.rule().row());
    }
}
